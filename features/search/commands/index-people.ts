// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { sql } from 'kysely'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { vectorOf } from '../rules/vector.ts'
import { dropEntries } from './drop-entries.ts'
import { writeEntries } from './write-entries.ts'

/** Makes people found by name and handle; whoever is deactivated is not found. */
export async function indexPeople(tx: Tx, workspaceId: number, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const people = await tx
    .selectFrom('people')
    .leftJoin('person_deactivations as gone', (join) =>
      join.onRef('gone.workspace_id', '=', 'people.workspace_id').onRef('gone.person_id', '=', 'people.id'),
    )
    .where('people.workspace_id', '=', workspaceId)
    .where('people.id', '=', anyOf(personIds))
    .select(['people.id', 'people.handle', 'people.name', 'people.created_at as at'])
    .select(sql<boolean>`gone.person_id is not null`.as('deactivated'))
    .execute()
  await dropEntries(
    tx,
    workspaceId,
    people.filter((person) => person.deactivated).map((person) => person.id),
  )
  const entries = people
    .filter((person) => !person.deactivated)
    .map(({ id, handle, name, at }) => ({
      id,
      type: 'person' as const,
      spaceId: null,
      threadId: null,
      authorId: null,
      at,
      words: vectorOf({ workspaceId, week: 'p' }, { title: `${name} ${handle}`, body: '', signs: [] }),
    }))
  await writeEntries(tx, workspaceId, entries)
}
