import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import type { Thread } from '../contract/threads.ts'
import { t } from './texts.ts'

/** More days than this are no picture any more. */
const MOST = 14

/** Until when a thread is open: its days as bars, where they are few, and in words; from the day it was on for whoever opened it, at `zone`. */
export function TimeBox({ thread, zone: theirs }: { thread: Thread; zone: string | undefined }) {
  const now = useNow()
  const mine = useMyZone()
  if (thread.closesOn === null) return null
  const closes = Temporal.PlainDate.from(thread.closesOn)
  const opened = Temporal.Instant.from(thread.at)
    .toZonedDateTimeISO(theirs ?? mine)
    .toPlainDate()
  const today = now.toZonedDateTimeISO(mine).toPlainDate()
  const of = opened.until(closes).days + 1
  // Where it is still the day before for the reader, it has begun all the same.
  const day = Math.max(1, opened.until(today).days + 1)
  const date = formatDate(`${thread.closesOn}T12:00:00Z`, { zone: 'UTC', now })
  const isDrawn = of > 1 && of <= MOST
  const said = day > of ? t('closesOver', { date }) : isDrawn ? t('closesOnDay', { day, of, date }) : t('closesOn', { date })
  return (
    <>
      {isDrawn && (
        <p className="tbox" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <i key={index} className={index + 1 < day ? 'is-past' : index + 1 === day ? 'is-today' : undefined} />
          ))}
        </p>
      )}
      <p className="quiet num">{said}</p>
    </>
  )
}
