import type { Database } from '#platform/sql/database.ts'

/** The earliest moment that is planned for anybody; null when none is. */
export async function nextMoment(db: Database, workspaceId: number): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('delivery_moments')
    .select('due_at')
    .where('workspace_id', '=', workspaceId)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** Those whose moment this is, a hundred at most. */
export async function peopleOfMoment(db: Database, workspaceId: number, due: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery_moments')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('due_at', '=', due)
    .orderBy('person_id')
    .limit(100)
    .execute()
  return rows.map((row) => row.person_id)
}
