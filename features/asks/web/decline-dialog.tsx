import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import type { Ask } from '../contract/ask.ts'
import { declineAsk } from '../contract/asks.ts'
import { t } from './texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

interface DeclineDialogProps {
  readonly ask: Ask
  /** What else shows it, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
  readonly onClose: () => void
}

/** Why the reader declines. What is written stays on this device until it is sent, or cancelled. */
export function DeclineDialog({ ask, refreshes = [], onClose }: DeclineDialogProps) {
  const draft = `decline:${ask.id}`
  const [{ reason }, set] = useDraft(draft, { reason: '' })
  const decline = useAskAct(declineAsk, ask, { refreshes, draft })
  const why = useWhy()
  const cancel = (): void => {
    letGoOfDraft(draft)
    onClose()
  }
  const send = (): void => decline.send({ id: ask.id, reason }, { onSent: onClose, onWaits: onClose })
  return (
    <Dialog
      title={t('declineTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={cancel}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={decline.isSending} disabled={reason.trim() === ''} onClick={send}>
            {t('decline')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('declineWhy')}
        value={reason}
        autoFocus
        error={decline.error ? why(decline.error) : undefined}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </Dialog>
  )
}
