// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { sql } from 'kysely'
import { plainText } from '#platform/markdown/plain-text.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { vectorOf } from '../rules/vector.ts'
import { dropEntries } from './drop-entries.ts'
import { writeEntries } from './write-entries.ts'

/** Makes spaces found by name, slug and purpose; direct and archived ones are not found. */
export async function indexSpaces(tx: Tx, workspaceId: number, spaceIds: readonly string[]): Promise<void> {
  if (spaceIds.length === 0) return
  const spaces = await tx
    .selectFrom('spaces')
    .leftJoin('space_archives as archive', (join) =>
      join.onRef('archive.workspace_id', '=', 'spaces.workspace_id').onRef('archive.space_id', '=', 'spaces.id'),
    )
    .where('spaces.workspace_id', '=', workspaceId)
    .where('spaces.id', '=', anyOf(spaceIds))
    .select(['spaces.id', 'spaces.slug', 'spaces.name', 'spaces.purpose', 'spaces.created_at as at'])
    .select(sql<boolean>`spaces.direct or archive.space_id is not null`.as('hidden'))
    .execute()
  await dropEntries(
    tx,
    workspaceId,
    spaces.filter((space) => space.hidden).map((space) => space.id),
  )
  const entries = spaces
    .filter((space) => !space.hidden)
    .map(({ id, slug, name, purpose, at }) => ({
      id,
      type: 'space' as const,
      spaceId: null,
      threadId: null,
      authorId: null,
      at,
      words: vectorOf({ workspaceId, week: 's' }, { title: `${name} ${slug}`, body: plainText(purpose), signs: [] }),
    }))
  await writeEntries(tx, workspaceId, entries)
}
