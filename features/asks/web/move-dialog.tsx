import { useState } from 'react'
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

export function MoveDialog({ ask, refreshes = [], onClose, onDone }: MoveDialogProps) {
  const [neededBy, setNeededBy] = useState<NeededByAsked>({ in: 1 })
  const [reason, setReason] = useState('')
  const move = useAskAct(moveAsk, ask, refreshes)
  const why = useWhy()
  const owesReason = !ask.may.withdraw
  const done = (): void => {
    onClose()
    onDone?.()
  }
  const input = { id: ask.id, neededBy, ...(reason.trim() === '' ? {} : { reason }) }
  return (
    <Dialog
      title={t('moveTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
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
      <NeededByField value={neededBy} onChange={setNeededBy} error={move.error ? why(move.error) : undefined} />
      <TextField
        label={t('moveWhy')}
        aside={owesReason ? undefined : t('optional')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
