import { conflict, type Failure } from '#platform/contract/failure.ts'
import type { PersonName } from '#platform/contract/shapes.ts'

interface Settlement {
  readonly state: string
  /** Null for Baton itself. */
  readonly by: PersonName | null
  readonly at: Temporal.Instant
}

/** The refusal of whoever comes second: says who was first, and when. */
export function alreadySettled({ state, by, at }: Settlement): Failure {
  const how = by === null ? state : `${state} by ${by.name}`
  const detail = `This ask was ${how} at ${at.toString()}. Nothing was changed; write a post if there is more to say.`
  return conflict('ask.already_settled', detail, { state, by, at: at.toString() })
}

/** The refusal of whoever would take what somebody else took before: says who was first, and when. */
export function alreadyTaken({ by, at }: { readonly by: PersonName; readonly at: Temporal.Instant }): Failure {
  const detail = `${by.name} has had this since ${at.toString()}. Nothing was changed.`
  return conflict('ask.already_taken', detail, { by, at: at.toString() })
}

/** Whether an open ask has passed its due. `now` in epoch milliseconds. */
export function isWasDue(ask: { readonly state: string; readonly due: string | null }, now: number): boolean {
  return ask.state === 'open' && ask.due !== null && Date.parse(ask.due) < now
}
