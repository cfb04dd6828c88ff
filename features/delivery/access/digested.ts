import { type RawBuilder, sql } from 'kysely'

/** An ask that a digest speaks of, to the person it speaks to. */
export interface AskOfTheDay {
  readonly personId: string
  readonly askId: string
  readonly threadId: string
  readonly postId: string
  readonly dueAt: Temporal.Instant
}

/** How far, in time, the digests of a person have gone. */
export interface Digested {
  readonly personId: string
  readonly digestsThrough: Temporal.Instant
}

/** These people as the table `w (person_id, since)`. */
export const digested = (people: readonly Digested[]) =>
  sql`unnest(${people.map(({ personId }) => personId)}::uuid[], ${people.map(({ digestsThrough }) => digestsThrough.toString())}::timestamptz[]) as w (person_id, since)`

/** Whoever `floor` is of has no digest to come and is still here: what others read in theirs stands in the app for them. */
export const whoTakesNoDigests: RawBuilder<boolean> = sql<boolean>`(
  not exists (select from delivery_moments m where m.workspace_id = floor.workspace_id and m.person_id = floor.person_id and m.kind = 'digest')
  and not exists (select from person_deactivations gone where gone.workspace_id = floor.workspace_id and gone.person_id = floor.person_id))`
