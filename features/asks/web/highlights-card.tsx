import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Thread } from '../contract/threads.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

const noLinks = { people: [], spaces: [], threads: [] }

interface HighlightsCardProps {
  readonly thread: Thread
  /** Absent where the reader may not write them, or what they wrote waits. */
  readonly onWrite: (() => void) | undefined
}

/** The short summary that stands in for what was skipped; where it is owed, an offer to write it. */
export function HighlightsCard({ thread, onWrite }: HighlightsCardProps) {
  const now = useNow()
  const zone = useMyZone()
  const { highlights, highlightsOwed } = thread
  if (!highlights) {
    if (!highlightsOwed || !onWrite) return null
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
        {onWrite && (
          <button type="button" className="link" onClick={onWrite}>
            {t('edit')}
          </button>
        )}
      </h2>
      <Written html={highlights.html} links={noLinks} />
    </section>
  )
}
