import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

export interface Calling {
  /** How it ended; null while it pages. */
  readonly ended: string | null
  /** The actor was interrupted by the ask, or is on shift for its rotation: it is theirs to take. */
  readonly mine: boolean
}

/** How the paging of an urgent ask stands, seen by the actor; null when it called no rotation. */
export async function calledFor(tx: Tx, { workspaceId, personId, now }: Context, askId: string): Promise<Calling | null> {
  const row = await tx
    .selectFrom('pagings')
    .where('pagings.workspace_id', '=', workspaceId)
    .where('pagings.ask_id', '=', askId)
    .select('ended')
    .select(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('pages')
            .whereRef('pages.workspace_id', '=', 'pagings.workspace_id')
            .whereRef('pages.ask_id', '=', 'pagings.ask_id')
            .where('pages.person_id', '=', personId)
            .select('pages.id'),
        ),
        exists(
          selectFrom('shifts')
            .whereRef('shifts.workspace_id', '=', 'pagings.workspace_id')
            .whereRef('shifts.rotation_id', '=', 'pagings.rotation_id')
            .where('shifts.person_id', '=', personId)
            .where('shifts.starts_at', '<=', now)
            .where('shifts.ends_at', '>', now)
            .select('shifts.id'),
        ),
      ]).as('mine'),
    )
    .executeTakeFirst()
  return row ? { ended: row.ended, mine: Boolean(row.mine) } : null
}
