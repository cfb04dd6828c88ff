import { draftOutcome } from '#features/threads/contract/threads.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Thread, concludeThread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { StandsNow } from './stands-now.tsx'
import { t } from './texts.ts'
import { useWhy } from './use-why.ts'
import { lineOf } from './waiting-words.ts'

/** The key of the draft of what a thread concludes. */
export const outcomeDraft = ({ number }: Thread): string => `outcome:${number}`

/** Where the outcome is written: kept as a draft, or concluded with. What is written stays on this device until it is one of these. */
export function OutcomeDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const key = outcomeDraft(thread)
  const ifMatch = thread.outcome?.version ?? 'none'
  const [{ body, over }, set] = useDraft(key, { body: thread.outcome?.body ?? '', over: ifMatch })
  const queueing = { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft: key }
  const keep = useQueue(draftOutcome, queueing)
  const conclude = useQueue(concludeThread, queueing)
  const why = useWhy()
  const number = String(thread.number)
  const hasOpenAsks = conclude.error?.code === 'thread.open_asks'
  const concluded = (): void => {
    onClose()
    showToast({ text: t('concludedToast') })
  }
  const error = keep.error ?? (hasOpenAsks ? null : conclude.error)
  return (
    <Dialog
      title={t('outcomeWrite')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            kind="bare"
            busy={keep.isSending}
            disabled={body.trim() === ''}
            onClick={() => keep.send({ number, body }, { ifMatch, onSent: onClose, onWaits: onClose })}
          >
            {t('outcomeKeep')}
          </Button>
          <Button
            kind="main"
            busy={conclude.isSending}
            disabled={body.trim() === ''}
            onClick={() => conclude.send({ number, body, withdraw: hasOpenAsks }, { ifMatch, onSent: concluded, onWaits: onClose })}
          >
            {hasOpenAsks ? t('outcomeConcludeAnyway') : t('outcomeConclude')}
          </Button>
        </>
      }
    >
      <TextArea
        reading
        autoFocus
        label={t('outcome')}
        hint={t('outcomeHint')}
        error={error ? why(error) : undefined}
        value={body}
        dir="auto"
        rows={6}
        onChange={(event) => set({ body: event.target.value, over })}
      />
      {over !== ifMatch && <StandsNow kept={thread.outcome} />}
      {hasOpenAsks && <Notice>{t('outcomeOpenAsks')}</Notice>}
    </Dialog>
  )
}
