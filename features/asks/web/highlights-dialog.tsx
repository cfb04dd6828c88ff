import { keepHighlights } from '#features/threads/contract/threads.ts'
import { draftText, putDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { StandsNow } from './stands-now.tsx'
import { t } from './texts.ts'
import { useWhy } from './use-why.ts'
import { lineOf } from './waiting-words.ts'

/** Highlights being written, over those of a version. */
interface Draft {
  readonly body: string
  readonly over: string
}

const keyOf = (number: number): string => `highlights:${number}`
const beginning = ({ highlights }: Thread): Draft => ({ body: highlights?.body ?? '- ', over: highlights?.version ?? 'none' })

/** Where highlights are written. What is written stays on this device until they are kept. */
export function HighlightsDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const draft = keyOf(thread.number)
  const [{ body, over }, set] = useDraft(draft, beginning(thread))
  const keep = useQueue(keepHighlights, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft })
  const why = useWhy()
  const ifMatch = thread.highlights?.version ?? 'none'
  const send = (): void => keep.send({ number: String(thread.number), body }, { ifMatch, onSent: onClose, onWaits: onClose })
  return (
    <Dialog
      title={t('highlights')}
      wide
      onClose={onClose}
      foot={
        <Button kind="main" busy={keep.isSending} onClick={send}>
          {t('keep')}
        </Button>
      }
    >
      <TextArea
        reading
        autoFocus
        label={t('highlights')}
        hint={t('highlightsHint')}
        error={keep.error ? why(keep.error) : undefined}
        value={body}
        dir="auto"
        rows={6}
        onChange={(event) => set({ body: event.target.value, over })}
      />
      {over !== ifMatch && <StandsNow kept={thread.highlights} />}
    </Dialog>
  )
}

/** Adds a point to what is being written. */
export function addPoint(thread: Thread, point: string): void {
  const draft = keyOf(thread.number)
  const text = draftText(draft)
  const { body, over } = text === null ? beginning(thread) : (JSON.parse(text) as Draft)
  const line = `- ${point.replaceAll(/\s+/g, ' ')}`
  putDraft(draft, JSON.stringify({ body: body.trim() === '-' || body.trim() === '' ? line : `${body.trimEnd()}\n${line}`, over }))
}
