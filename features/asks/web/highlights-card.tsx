import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { keepHighlights } from '#features/threads/contract/threads.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

const noLinks = { people: [], spaces: [], threads: [] }

/** The short summary that stands in for what was skipped; where it is owed, an offer to write it. */
export function HighlightsCard({ thread, onWrite }: { thread: Thread; onWrite: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const { highlights, highlightsOwed, may } = thread
  if (!highlights) {
    if (!highlightsOwed || !may.steer) return null
    return (
      <div className="hl-owed">
        <Notice
          tone="plain"
          icon="highlighter"
          acts={
            <Button small onClick={onWrite}>
              {t('highlightsWrite')}
            </Button>
          }
        >
          {t('highlightsNone')}
        </Notice>
      </div>
    )
  }
  return (
    <section className="hl" aria-label={t('highlights')}>
      <h2>
        {t('highlights')} <span>{t('highlightsBy', { name: highlights.by.name, when: formatSoon(highlights.at, { zone, now }) })}</span>
        {may.steer && (
          <button type="button" className="link" onClick={onWrite}>
            {t('edit')}
          </button>
        )}
      </h2>
      <Written html={highlights.html} links={noLinks} />
    </section>
  )
}

/** Where highlights are written; `point` is one more, taken from the text. */
export function HighlightsDialog({ thread, point, onClose }: { thread: Thread; point: string | null; onClose: () => void }) {
  const [body, setBody] = useState(() => withPoint(thread.highlights?.body ?? '', point))
  const keep = useSend(keepHighlights, { refreshes: showsAsks })
  return (
    <Dialog
      title={t('highlights')}
      wide
      onClose={onClose}
      foot={
        <Button
          kind="main"
          busy={keep.isPending}
          onClick={() => keep.mutate({ number: String(thread.number), body }, { onSuccess: onClose })}
        >
          {t('keep')}
        </Button>
      }
    >
      <TextArea
        reading
        autoFocus
        label={t('highlights')}
        hint={t('highlightsHint')}
        error={keep.error?.message}
        value={body}
        dir="auto"
        rows={6}
        onChange={(event) => setBody(event.target.value)}
      />
    </Dialog>
  )
}

function withPoint(body: string, point: string | null): string {
  const before = body === '' ? '' : `${body.trimEnd()}\n`
  if (point === null) return body === '' ? '- ' : body
  return `${before}- ${point.replaceAll(/\s+/g, ' ')}`
}
