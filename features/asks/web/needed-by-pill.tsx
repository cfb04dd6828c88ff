import { previewAttention } from '#features/availability/contract/preview.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatTheirs } from '#platform/text/format-time.ts'
import { nameIn } from '../rules/owner.ts'
import { ChoicePill } from './choice-pill.tsx'
import { type AskDraft, previewOf } from './composing.ts'
import { isDate, neededByKey, neededByOf, NeededByOptions } from './needed-by-field.tsx'
import { type NeededByAsked, neededByText } from './needed-by-text.ts'
import { t as pill } from './pill-texts.ts'
import { t } from './texts.ts'

interface NeededByPillProps {
  readonly ask: AskDraft
  readonly place: { readonly space: string | undefined; readonly respondWithin: number }
  /** When it is to leave; null for at once. */
  readonly at: string | null
  readonly onChange: (neededBy: NeededByAsked | undefined) => void
}

/** By when an ask is needed: the moment that means in the day of whoever is asked, once it is known. */
export function NeededByPill({ ask, place, at, onChange }: NeededByPillProps) {
  const now = useNow()
  const { neededBy } = ask
  const due = useDue(ask, { space: place.space, at })
  const words = (): string => (neededBy === undefined ? t('neededBy') : neededByText(neededBy, { zone: 'UTC', now }))
  return (
    <>
      <ChoicePill
        label={t('neededByLabel')}
        icon="calendar-clock"
        shown={due === null ? words() : pill('by', { time: due })}
        isEmpty={neededBy === undefined}
        value={neededByKey(neededBy)}
        onChange={(event) => onChange(neededByOf(event.target.value, now))}
      >
        <NeededByOptions fallback={t('neededDefault', { count: place.respondWithin })} />
      </ChoicePill>
      {isDate(neededBy) && (
        <input
          className="pill askp__date"
          type="date"
          aria-label={t('neededChoose')}
          value={neededBy.on}
          onChange={(event) => event.target.value && onChange({ on: event.target.value })}
        />
      )}
    </>
  )
}

/** When a chosen needed-by is due, in the receiver's own time; null while that is not known. */
function useDue(ask: AskDraft, place: { space: string | undefined; at: string | null }): string | null {
  const now = useNow()
  const isMeant = ask.to !== '' && ask.neededBy !== undefined && ask.neededBy !== 'whenever'
  const { data } = useAnswer(previewAttention, previewOf(ask, place), { enabled: isMeant, keepLast: true })
  const preview = isMeant ? data?.items.find((item) => nameIn(item.to) === ask.to) : undefined
  const reader = preview?.first?.handle ?? ask.to
  const day = useDays(isMeant && preview ? [reader] : []).get(reader)
  return preview?.due && day ? formatTheirs(preview.due, { zone: day.timeZone, now }) : null
}
