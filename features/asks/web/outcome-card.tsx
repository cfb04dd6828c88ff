import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import type { Day } from '#features/availability/contract/days.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import type { Thread } from '../contract/threads.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

const noLinks = { people: [], spaces: [], threads: [] }

interface OutcomeCardProps {
  readonly thread: Thread
  readonly days: ReadonlyMap<string, Day>
  /** Goes on writing it, or opens the thread again; absent where the reader may not, or what they did about it waits. */
  readonly onWrite: ((dialog: 'outcome' | 'reopen') => void) | undefined
}

/** What a thread concluded, or is about to. */
export function OutcomeCard({ thread, days, onWrite }: OutcomeCardProps) {
  const now = useNow()
  const zone = useMyZone()
  const { outcome } = thread
  if (!outcome) return null
  return (
    <section className="outcome" aria-label={t('outcome')}>
      <Icon name="flag" />
      <div>
        <h2>{outcome.draft ? t('outcomeDrafted') : t('outcome')}</h2>
        <Written html={outcome.html} links={noLinks} />
        <footer>
          <PersonAvatar name={outcome.by.name} zone={days.get(outcome.by.handle)?.timeZone} size="xs" />
          <span>{t('outcomeBy', { name: outcome.by.name, when: formatSoon(outcome.at, { zone, now }) })}</span>
          {onWrite && (
            <button type="button" className="link" onClick={() => onWrite(outcome.draft ? 'outcome' : 'reopen')}>
              {outcome.draft ? t('outcomeEdit') : t('reopen')}
            </button>
          )}
        </footer>
      </div>
    </section>
  )
}
