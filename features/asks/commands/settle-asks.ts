import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { AskRow } from '../access/asks.ts'
import type { Actor, WithdrawalCause } from '../events.ts'
import { subjectOf } from '../rules/subject.ts'

export interface Settlement {
  readonly state: 'answered' | 'declined' | 'withdrawn' | 'expired'
  readonly answerPostId?: string
  readonly reason?: string | undefined
  readonly cause?: WithdrawalCause
}

/** Ends those of these asks that are still open, and answers their ids: of several who try at once, one ends each. */
export async function settleAsks(tx: Tx, actor: Actor, { asks, end }: { asks: readonly AskRow[]; end: Settlement }): Promise<Set<string>> {
  if (asks.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    with ended as (
      update asks set state = ${end.state}
      where workspace_id = ${actor.workspaceId} and id = any(${asks.map(({ id }) => id)}::uuid[]) and state = 'open'
      returning id
    )
    insert into ask_settlements (workspace_id, ask_id, state, settled_by, settled_at, post_id, reason)
    select ${actor.workspaceId}::integer, ended.id, ${end.state}::text, ${actor.personId}::uuid, ${actor.now}::timestamptz,
           ${end.answerPostId ?? null}::uuid, ${end.reason ?? null}::text
    from ended
    returning ask_id as id
  `.execute(tx)
  const ended = new Set(rows.map(({ id }) => id))
  for (const ask of asks) {
    if (!ended.has(ask.id)) continue
    await record(tx, actor, {
      type: `ask.${end.state}`,
      placeId: ask.spaceId,
      streamId: ask.threadId,
      subject: { ...subjectOf(ask), ...detailsOf(end) },
    })
  }
  return ended
}

function detailsOf({ state, answerPostId, cause }: Settlement): Record<string, string | null> {
  if (state === 'answered') return { answerPostId: answerPostId ?? null }
  return state === 'withdrawn' ? { cause: cause ?? null } : {}
}
