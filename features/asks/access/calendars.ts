import type { Database, Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { defaultCalendar } from '#features/availability/contract/calendar.ts'
import { type Resolved, resolve } from '#features/availability/rules/resolve.ts'

export interface Calendars {
  /** Of a person that was loaded. */
  of(personId: string): Resolved
}

interface Timed {
  readonly ownerId: string | null
  readonly timedById: string | null
}

/** Whose calendar says when an ask expires and what a moved needed-by means: its owner's; while a space has it, of whoever timed it. */
export function keeperOf({ ownerId, timedById }: Timed): string {
  const keeper = ownerId ?? timedById
  if (keeper === null) throw new Error('An ask that a space has is timed by nobody.')
  return keeper
}

const noCalendar = resolve(defaultCalendar('UTC'))

/** The calendars of these people; who has none works as a new person would, in UTC. */
export async function calendarsOf(db: Database | Tx, workspaceId: number, personIds: readonly string[]): Promise<Calendars> {
  const calendars = await resolvedCalendars(db, workspaceId, personIds)
  return { of: (personId) => calendars.get(personId) ?? noCalendar }
}
