import { type RawBuilder, sql } from 'kysely'
import type { Absence } from '#features/availability/rules/absence.ts'

/** Somebody's absence, as a row of the table that `awayPeople` makes. */
export interface AwayPerson extends Absence {
  readonly personId: string
}

/** These absences as the table `w (person_id, away_from, back_at)`. */
export const awayPeople = (people: readonly AwayPerson[]): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(
    people.map(({ personId, from, back }) => ({ person_id: personId, away_from: instant(from), back_at: instant(back) })),
  )}::jsonb) as w (person_id uuid, away_from timestamptz, back_at timestamptz)`

const instant = (milliseconds: number): string => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()

/** Asks that each of `w` made or had, and that others settled, took or passed on while they were away, by id; when, for what happened last. */
export const settledMeanwhile = (workspaceId: number): RawBuilder<unknown> => sql`(
  select ask_id, max(at) as at from (
    select a.id as ask_id, settled.settled_at as at from asks a
    join ask_settlements settled on settled.workspace_id = a.workspace_id and settled.ask_id = a.id
    where a.workspace_id = ${workspaceId} and (a.asked_by = w.person_id or a.owner_id = w.person_id)
      and settled.settled_at >= w.away_from and settled.settled_at <= w.back_at and settled.settled_by is distinct from w.person_id
    union all
    select pass.ask_id, pass.passed_at from ask_passes pass
    where pass.workspace_id = ${workspaceId} and pass.from_id = w.person_id and pass.followed_rotation_id is null and pass.passed_by is distinct from w.person_id
      and pass.passed_at >= w.away_from and pass.passed_at <= w.back_at
  ) happened group by ask_id)`
