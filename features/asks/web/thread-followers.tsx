import { Link } from '@tanstack/react-router'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { readsText } from '#features/availability/web/reads-text.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { listFollowers } from '#features/threads/contract/threads.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { t } from './texts.ts'

const SHOWN = 8

/** Who else finds this thread in their deliveries, and when they read next. Nothing while nobody does; where it could not be loaded, that. */
export function ThreadFollowers({ number }: { number: string }) {
  const now = useNow()
  const me = useMe()?.person.handle
  const { data, error, refetch } = useAnswer(listFollowers, { number, limit: SHOWN + 1 }, { staleTime: 60_000 })
  const others = data?.items.filter(({ handle }) => handle !== me) ?? []
  const shown = others.slice(0, SHOWN)
  const days = useDays(shown.map(({ handle }) => handle))
  if (error && !data) return <NotLoaded why={error.message} onAgain={() => void refetch()} />
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{t('followers')}</h2>
      <ul className="fol">
        {shown.map(({ handle, name }) => {
          const day = days.get(handle)
          return (
            <li key={handle}>
              <PersonAvatar name={name} zone={day?.timeZone} size="sm" />
              <Link to="/people/$handle" params={{ handle }} dir="auto">
                {name}
              </Link>
              <span className="num">{day && readsText(day, now)}</span>
            </li>
          )
        })}
      </ul>
      {(data?.next || others.length > SHOWN) && <p className="quiet">{t('followersMore')}</p>}
    </section>
  )
}

function NotLoaded({ why, onAgain }: { why: string; onAgain: () => void }) {
  return (
    <section>
      <h2>{t('followers')}</h2>
      <p className="quiet" role="alert">
        {why}
      </p>
      <button type="button" className="link" onClick={onAgain}>
        {t('tryAgain')}
      </button>
    </section>
  )
}
