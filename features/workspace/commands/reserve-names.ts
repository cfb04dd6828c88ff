// oxlint-disable house/commands-record -- a name is part of the person or space it is given to, which records itself
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { reserved } from '#platform/contract/shapes.ts'
import type { Tx } from '#platform/sql/database.ts'

/**
 * Gives each a name of its own in the one namespace, as near to the wished one as is free: `bo`, else `bo-2`, `bo-3` … An empty wish
 * becomes the kind's own word. Answers in the order of the wishes.
 */
export async function reserveNames(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { kind, wishes }: { kind: 'person' | 'space'; wishes: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from names where workspace_id = ${workspaceId} for update`.execute(tx)
  const taken = new Set([...rows.map((row) => row.name), ...reserved])
  const last = new Map<string, number>()
  const given = wishes.map((wish) => {
    const stem = wish || kind
    let count = last.get(stem) ?? 1
    let name = stem
    while (taken.has(name)) name = `${stem}-${++count}`
    last.set(stem, count)
    taken.add(name)
    return name
  })
  await sql`
    insert into names (workspace_id, name, kind) select ${workspaceId}::integer, name, ${kind} from unnest(${given}::text[]) as name
  `.execute(tx)
  return given
}
