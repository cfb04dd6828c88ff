import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import type { Ask } from '../contract/ask.ts'
import { moveAsk } from '../contract/asks.ts'
import { NeededByField } from './needed-by-field.tsx'
import type { NeededByAsked } from './needed-by-text.ts'
import { t } from './texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

interface MoveDialogProps {
  readonly ask: Ask
  /** What else shows it, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
  readonly onClose: () => void
  /** Told once it is done, or waits to be, after it is closed. */
  readonly onDone?: () => void
}

interface Moving {
  readonly neededBy: NeededByAsked
  readonly reason: string
}

/** Another time for an ask, and why. What is written stays on this device until it is sent, or cancelled. */
export function MoveDialog({ ask, refreshes = [], onClose, onDone }: MoveDialogProps) {
  const draft = `move:${ask.id}`
  const [{ neededBy, reason }, set] = useDraft<Moving>(draft, { neededBy: { in: 1 }, reason: '' })
  const move = useAskAct(moveAsk, ask, { refreshes, draft })
  const why = useWhy()
  const owesReason = !ask.may.withdraw
  const done = (): void => {
    onClose()
    onDone?.()
  }
  const cancel = (): void => {
    letGoOfDraft(draft)
    onClose()
  }
  const input = { id: ask.id, neededBy, ...(reason.trim() === '' ? {} : { reason }) }
  return (
    <Dialog
      title={t('moveTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={cancel}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            busy={move.isSending}
            disabled={owesReason && reason.trim() === ''}
            onClick={() => move.send(input, { onSent: done, onWaits: done })}
          >
            {t('moveDo')}
          </Button>
        </>
      }
    >
      <NeededByField
        value={neededBy}
        onChange={(chosen) => set({ neededBy: chosen, reason })}
        error={move.error ? why(move.error) : undefined}
      />
      <TextField
        label={t('moveWhy')}
        aside={owesReason ? undefined : t('optional')}
        value={reason}
        onChange={(event) => set({ neededBy, reason: event.target.value })}
      />
    </Dialog>
  )
}
