import { useNow } from '#platform/browser/now.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { t } from './texts.ts'
import type { useSyncedDraft } from './use-synced-draft.ts'

type Conflict = NonNullable<ReturnType<typeof useSyncedDraft>['conflict']>

/** A draft that was written on in two places: both are shown, and one is kept. */
export function DraftConflict({ conflict: { theirs, keepMine, takeTheirs } }: { conflict: Conflict }) {
  const now = useNow()
  const zone = useMyZone()
  const body = theirs.value['body']
  const acts = (
    <>
      <Button small onClick={takeTheirs}>
        {t('draftTheirs')}
      </Button>
      <Button small kind="bare" onClick={keepMine}>
        {t('draftMine')}
      </Button>
    </>
  )
  return (
    <Notice acts={acts}>
      {t('draftElsewhere', { when: formatSoon(theirs.at, { zone, now }) })}
      <span className="as-written" dir="auto">
        {typeof body === 'string' ? body.slice(0, 600) : ''}
      </span>
    </Notice>
  )
}
