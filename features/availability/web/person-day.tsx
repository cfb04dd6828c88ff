import { useNow } from '#platform/browser/now.tsx'
import { Axis } from '#ui/day.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Person } from '../contract/person.ts'
import { DayBand } from './day-band.tsx'
import { t } from './person-texts.ts'
import { worksText } from './reads-text.ts'
import { useDays } from './use-days.ts'

/** A person's own day, from 00 to 24 by their clock, and in words. */
export function PersonDay({ person, isMe }: { person: Person; isMe: boolean }) {
  const now = useNow()
  const day = useDays([person.handle]).get(person.handle)
  return (
    <section>
      <h2 className="sec">
        {isMe ? t('myDay') : t('day')} {day && <span>{worksText(day, { now })}</span>}
      </h2>
      {day ? (
        <div className="person__day">
          <DayBand day={day} size="lane" deliveries={day.deliveries} />
          <Axis />
        </div>
      ) : (
        <Skeleton shape="lanes" count={1} />
      )}
    </section>
  )
}
