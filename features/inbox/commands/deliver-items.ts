// oxlint-disable house/commands-record -- a delivery is no fact about the work; it has a row of its own
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { held } from '../access.ts'

interface Outcome {
  readonly people: readonly string[]
  readonly due: Temporal.Instant | null
  /** All that was held for them and has come by the moment. */
  readonly items: readonly { readonly id: string; readonly why: string; readonly gone: boolean; readonly seen: boolean }[]
  /** The place of the delivery: what it brings stands there, so that clearing before it cannot hide it. */
  readonly position: number
  readonly now: Temporal.Instant
}

/** Puts into the inbox what has come. What is gone, and what was seen where it stands and asks for nothing, is done with. */
export async function deliverItems(tx: Tx, workspaceId: number, { people, due, items, position, now }: Outcome): Promise<void> {
  if (items.length === 0) return
  const done = items.filter(({ why, gone, seen }) => gone || (seen && why !== 'ask')).map(({ id }) => id)
  await sql`
    update inbox_items i set delivered_at = ${now}, position = ${position}, state = case when id = any(${done}::uuid[]) then 'done' else state end
    where ${held(workspaceId, { people, due })}
  `.execute(tx)
}
