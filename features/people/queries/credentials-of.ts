import type { Context } from '#platform/context.ts'

/** The ids by which a browser knows one's own passkeys. */
export async function credentialsOf(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('passkeys')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .select('credential_id')
    .execute()
  return rows.map((row) => row.credential_id)
}
