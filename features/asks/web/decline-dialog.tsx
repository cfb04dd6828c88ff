import { useState } from 'react'
import { useSend } from '#platform/browser/use-send.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import type { Ask } from '../contract/ask.ts'
import { declineAsk } from '../contract/asks.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'

interface DeclineDialogProps {
  readonly ask: Ask
  /** What else shows it, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
  readonly onClose: () => void
}

export function DeclineDialog({ ask, refreshes = [], onClose }: DeclineDialogProps) {
  const [reason, setReason] = useState('')
  const decline = useSend(declineAsk, { refreshes: [...showsAsks, ...refreshes] })
  const send = (): void => decline.mutate({ id: ask.id, reason }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('declineTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={decline.isPending} disabled={reason.trim() === ''} onClick={send}>
            {t('decline')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('declineWhy')}
        value={reason}
        autoFocus
        error={decline.error?.message}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
