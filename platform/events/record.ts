import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { statementOnce } from '#platform/sql/written-once.ts'

/** A fact as a feature states it. A stream is what the fact belongs to, its place is where the stream stands; `subject` holds ids, never text. */
export interface Fact {
  readonly type: `${string}.${string}`
  readonly placeId?: string | undefined
  readonly streamId?: string | undefined
  readonly streamSeq?: number | undefined
  readonly subject: Readonly<Record<string, string | number | boolean | null>>
  /** Whether it stands in the audit log, with where it was brought about. */
  readonly audited?: true
}

type Recorder = Pick<Context, 'workspaceId' | 'now' | 'origin'> & { readonly personId: string | null }

/**
 * Writes the fact in the transaction of the change, so that neither exists without the other; the worker finds it in `outbox`.
 * `personId` null means that Baton itself did it. Returns the event's id.
 */
export async function record(tx: Tx, ctx: Recorder, fact: Fact): Promise<string> {
  const id = newId(ctx.now)
  await inserted(tx, {
    id,
    workspaceId: ctx.workspaceId,
    now: ctx.now,
    type: fact.type,
    actorId: ctx.personId,
    placeId: fact.placeId ?? null,
    streamId: fact.streamId ?? null,
    streamSeq: fact.streamSeq ?? null,
    subject: JSON.stringify(fact.subject),
    audited: fact.audited ?? false,
    address: ctx.origin?.address ?? null,
    userAgent: ctx.origin?.userAgent ?? null,
  })
  return id
}

interface Row extends Pick<Fact, 'type'> {
  readonly id: string
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly actorId: string | null
  readonly placeId: string | null
  readonly streamId: string | null
  readonly streamSeq: number | null
  /** As JSON. */
  readonly subject: string
  readonly audited: boolean
  readonly address: string | null
  readonly userAgent: string | null
}

const inserted = statementOnce(
  (row: Row) => sql`
    with fact as (
      insert into events (workspace_id, id, type, actor_id, place_id, stream_id, stream_seq, subject, happened_at)
      values (${row.workspaceId}, ${row.id}, ${row.type}, ${row.actorId}, ${row.placeId}, ${row.streamId},
              ${row.streamSeq}, ${row.subject}::jsonb, ${row.now})
    )
    ${row.audited ? originOf(row) : sql``}
    insert into outbox (workspace_id, event_id, recorded_at) values (${row.workspaceId}, ${row.id}, ${row.now})
  `,
  ['audited'],
)

function originOf({ workspaceId, id, address, userAgent }: Row) {
  return sql`, origin as (
    insert into event_origins (workspace_id, event_id, address, user_agent)
    values (${workspaceId}, ${id}, ${address}, ${userAgent})
  )`
}
