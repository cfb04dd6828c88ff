import { conflict, type Failure } from '#platform/contract/failure.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { refusalText } from './refusal-texts.ts'

interface Settlement {
  readonly state: string
  /** Null for Baton itself. */
  readonly by: PersonName | null
  readonly at: Temporal.Instant
}

/** The refusal of whoever comes second: says who was first, and when. */
export function alreadySettled({ state, by, at }: Settlement): Failure {
  const detail = (): string =>
    by === null || !isSettledBySomebody(state)
      ? refusalText('endedByItself', { at: at.toString() })
      : refusalText(state, { name: by.name, at: at.toString() })
  return conflict('ask.already_settled', detail, { state, by, at: at.toString() })
}

const isSettledBySomebody = (state: string): state is 'answered' | 'declined' | 'withdrawn' =>
  state === 'answered' || state === 'declined' || state === 'withdrawn'

/** The refusal of whoever would take what somebody else took before: says who was first, and when. */
export function alreadyTaken({ by, at }: { readonly by: PersonName; readonly at: Temporal.Instant }): Failure {
  const detail = (): string => refusalText('alreadyTaken', { name: by.name, at: at.toString() })
  return conflict('ask.already_taken', detail, { by, at: at.toString() })
}

/** Whether an open ask has passed its due. `now` in epoch milliseconds. */
export function isWasDue(ask: { readonly state: string; readonly due: string | null }, now: number): boolean {
  return ask.state === 'open' && ask.due !== null && Date.parse(ask.due) < now
}
