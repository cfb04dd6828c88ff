import type { Person } from '#features/availability/contract/person.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { listAsks } from '../contract/asks.ts'
import { AskRow } from './ask-row.tsx'
import { t } from './row-texts.ts'
import { WaitingRow } from './waiting-row.tsx'

const MOST = 20

/** What is open between the reader and somebody else: what they ask of the reader, and what the reader asks of them. */
export function AsksBetween({ person: { handle, name } }: { person: Pick<Person, 'handle' | 'name'> }) {
  const me = useMe()?.person.handle
  const isOther = me !== undefined && me !== handle
  const theirs = useAnswer(listAsks, { to: 'me', from: handle, state: 'open', limit: MOST }, { enabled: isOther }).data?.items ?? []
  const mine = useAnswer(listAsks, { to: handle, from: 'me', state: 'open', limit: MOST }, { enabled: isOther }).data?.items ?? []
  const day = useDays([handle]).get(handle)
  if (theirs.length + mine.length === 0) return null
  return (
    <section className="part">
      <h2 className="sec">{t('between', { name: name.split(' ')[0] ?? name })}</h2>
      <div className="asks">
        {theirs.map((ask) => (
          <AskRow key={ask.id} ask={ask} day={day} />
        ))}
        {mine.map((ask) => (
          <WaitingRow key={ask.id} ask={ask} day={day} />
        ))}
      </div>
    </section>
  )
}
