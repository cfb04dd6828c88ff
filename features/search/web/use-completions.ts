import { listPeople } from '#features/availability/contract/people.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { reader } from '#platform/text/reader.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { operatorsFor, type Part, partAt } from '../rules/completing.ts'
import { nearDays } from '../rules/dates.ts'
import { type Operator, valuesOf } from '../rules/operators.ts'
import { t } from './texts.ts'

export interface Completion {
  /** What is written in place of what was begun. */
  readonly value: string
  readonly detail: string
}

const MOST = 7
const fresh = 5 * 60_000

/** What may be meant where the caret stands in a search: operators, and the values of the one that is being written. */
export function useCompletions(text: string, caret: number): { part: Part | null; completions: readonly Completion[] } {
  const part = partAt(text, caret)
  const spaces = useSpaces(part)
  const people = usePeople(part)
  const dates = useDates()
  if (part === null) return { part, completions: [] }
  const { operator, begun } = part
  const all: Record<Operator, readonly Completion[]> = {
    in: spaces,
    from: people,
    to: people,
    is: fixed(valuesOf.is),
    has: fixed(valuesOf.has),
    type: fixed(valuesOf.type),
    before: dates,
    after: dates,
  }
  if (operator === null)
    return { part, completions: operatorsFor(part).map((word) => ({ value: `${word}:`, detail: t(`operator.${word}`) })) }
  const begins = ({ value, detail }: Completion): boolean =>
    value !== begun && [value, ...detail.toLowerCase().split(/\s+/)].some((word) => word.startsWith(begun))
  return { part, completions: all[operator].filter(begins).slice(0, MOST) }
}

function useSpaces(part: Part | null): Completion[] {
  const { data } = useWhole(listSpaces, { limit: 100 }, { enabled: part?.operator === 'in', staleTime: fresh })
  return (data?.items ?? []).map(({ slug, name }) => ({ value: slug, detail: name }))
}

function usePeople(part: Part | null): Completion[] {
  const isPerson = part?.operator === 'from' || part?.operator === 'to'
  const { data } = useAnswer(listPeople, { q: part?.begun ?? '', limit: MOST }, { enabled: isPerson, keepLast: true })
  return [{ value: 'me', detail: t('me') }, ...(data?.items ?? []).map(({ handle, name }) => ({ value: handle, detail: name }))]
}

const fixed = (values: readonly string[]): Completion[] => values.map((value) => ({ value, detail: '' }))

/** Days near today, then months back from this one, then years. */
function useDates(): Completion[] {
  const zone = useMyZone()
  const today = useNow().toZonedDateTimeISO(zone).toPlainDate()
  const months = Array.from({ length: 12 }, (_, back) => today.with({ day: 1 }).subtract({ months: back }))
  const named = months.map((month) => ({
    value: month.toLocaleString('en', { month: 'short' }).toLowerCase().slice(0, 3),
    detail: month.toLocaleString(reader().locale, { month: 'long', year: 'numeric' }),
  }))
  return [
    ...nearDays.map((value) => ({ value, detail: '' })),
    ...named,
    ...[0, 1, 2].map((back) => ({ value: String(today.year - back), detail: '' })),
    { value: today.toString(), detail: t('aDay') },
  ]
}
