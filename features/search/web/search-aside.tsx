import { Link } from '@tanstack/react-router'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { readsText } from '#features/availability/web/reads-text.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { Found } from '../contract.ts'
import { narrowedTo } from '../rules/completing.ts'
import { NarrowWords } from './narrow-words.tsx'
import { t } from './texts.ts'

interface SearchAsideProps {
  readonly q: string
  readonly items: readonly Found[]
  /** Whether these are all there are, so that they may be counted. */
  readonly isAll: boolean
  readonly onNarrow: (q: string) => void
}

const FEW = 3

/** Beside what was found: who wrote about it and when they read next, where it stands, and how to narrow. */
export function SearchAside({ q, items, isAll, onNarrow }: SearchAsideProps) {
  const now = useNow()
  const me = useMe()?.person.handle
  const writers = mostOf(items.flatMap(({ by }) => (by ? [{ key: by.handle, name: by.name }] : []))).slice(0, FEW)
  const spaces = mostOf(items.flatMap(({ space }) => (space ? [{ key: space.slug, name: space.name }] : [])))
  const days = useDays(writers.map(({ key }) => key))
  return (
    <aside className="fc">
      {writers.length > 0 && (
        <>
          <h2>{t('knowing')}</h2>
          <ul>
            {writers.map(({ key, name }) => {
              const day = days.get(key)
              return (
                <li key={key}>
                  <PersonAvatar name={name} zone={day?.timeZone} size="sm" />
                  <Link to="/people/$handle" params={{ handle: key }} dir="auto">
                    {name}
                  </Link>
                  <span className="fc__end num">{key === me ? t('you') : day && readsText(day, now)}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {spaces.length > 1 && (
        <>
          <h2>{t('where')}</h2>
          <ul>
            {spaces.map(({ key, name, count }) => (
              <li key={key}>
                <button type="button" dir="auto" onClick={() => onNarrow(narrowedTo(q, 'in', key))}>
                  {name}
                </button>
                {isAll && <span className="fc__end num">{count}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <NarrowWords />
    </aside>
  )
}

interface Named {
  readonly key: string
  readonly name: string
}

/** Each once, the most frequent first. */
function mostOf(all: readonly Named[]): (Named & { readonly count: number })[] {
  const once = [...new Map(all.map((one) => [one.key, one])).values()]
  const counted = once.map((one) => ({ ...one, count: all.filter(({ key }) => key === one.key).length }))
  return counted.toSorted((one, other) => other.count - one.count)
}
