import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Notice } from '#ui/notice.tsx'
import type { Thread } from '../contract/threads.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

const noLinks = { people: [], spaces: [], threads: [] }

/** What somebody wrote meanwhile in the place of what is being written: it is seen before it is replaced. */
export function StandsNow({ kept }: { kept: Thread['highlights'] }) {
  const now = useNow()
  const zone = useMyZone()
  if (!kept) return <Notice>{t('standsGone')}</Notice>
  return (
    <>
      <Notice>{t('standsNow', { name: kept.by.name, when: formatSoon(kept.at, { zone, now }) })}</Notice>
      <Written html={kept.html} links={noLinks} />
    </>
  )
}
