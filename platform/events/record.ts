import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'

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
  await sql`
    with fact as (
      insert into events (workspace_id, id, type, actor_id, place_id, stream_id, stream_seq, subject, happened_at)
      values (${ctx.workspaceId}, ${id}, ${fact.type}, ${ctx.personId}, ${fact.placeId ?? null}, ${fact.streamId ?? null},
              ${fact.streamSeq ?? null}, ${JSON.stringify(fact.subject)}::jsonb, ${ctx.now})
    )
    ${fact.audited ? originOf(ctx, id) : sql``}
    insert into outbox (workspace_id, event_id, recorded_at) values (${ctx.workspaceId}, ${id}, ${ctx.now})
  `.execute(tx)
  return id
}

function originOf({ workspaceId, origin }: Recorder, eventId: string) {
  return sql`, origin as (
    insert into event_origins (workspace_id, event_id, address, user_agent)
    values (${workspaceId}, ${eventId}, ${origin?.address ?? null}, ${origin?.userAgent ?? null})
  )`
}
