import { reopenThread } from '#features/threads/contract/threads.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { lineOf } from './waiting-words.ts'

interface ReopenDialogProps {
  readonly thread: Thread
  readonly onClose: () => void
  readonly onReopened: () => void
}

/** Why a concluded thread is open again. What is written stays on this device until it is. */
export function ReopenDialog({ thread, onClose, onReopened }: ReopenDialogProps) {
  const draft = `reopen:${thread.number}`
  const [{ body: reason }, set] = useDraft(draft, { body: '' })
  const reopen = useQueue(reopenThread, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft })
  const send = (): void => reopen.send({ number: String(thread.number), reason }, { onSent: onReopened, onWaits: onClose })
  return (
    <Dialog
      title={t('reopen')}
      onClose={onClose}
      foot={
        <Button kind="main" busy={reopen.isSending} disabled={reason.trim() === ''} onClick={send}>
          {t('reopen')}
        </Button>
      }
    >
      <TextField
        label={t('reopenWhy')}
        value={reason}
        autoFocus
        error={reopen.error?.message}
        onChange={(event) => set({ body: event.target.value })}
      />
    </Dialog>
  )
}
