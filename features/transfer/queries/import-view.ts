import { sql } from 'kysely'
import type { Context, Role } from '#platform/context.ts'
import { readWords } from '#platform/mail/keep-words.ts'
import { readerAt } from '#platform/mail/translations.ts'
import type { KeptWords } from '#platform/text/kept-words.ts'
import { writtenFor } from '#platform/text/reader.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { Import } from '../contract.ts'
import { mayResumeImport, mayStopImport, type Standing } from '../policy.ts'
import { saidLeftOut } from '../rules/left-out-words.ts'
import type { Added, Skipped } from '../rules/tally.ts'

/** An import on the host that has not got on for so long has lost its process. */
const SILENT = { minutes: 2 }

/** Rows of imports with whoever made them and whether they are stopped. */
export function importRows(db: Database | Tx, workspaceId: number) {
  return db
    .selectFrom('imports')
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'imports.workspace_id').onRef('people.id', '=', 'imports.made_by'),
    )
    .where('imports.workspace_id', '=', workspaceId)
    .selectAll('imports')
    .select(['people.handle', 'people.name'])
    .select(sql<Standing['place']>`imports.place`.as('place'))
    .select(sql<'waiting' | 'running' | 'done' | 'failed'>`imports.state`.as('state'))
    .select(sql<Partial<Added>>`imports.added`.as('added'))
    .select(sql<Skipped[]>`imports.skipped`.as('skipped'))
    .select(sql<KeptWords | null>`imports.failure`.as('failure'))
    .select(
      sql<boolean>`exists (select from import_stops stop
        where stop.workspace_id = imports.workspace_id and stop.import_id = imports.id and stop.resumed_at is null)`.as('stopped'),
    )
}

export type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

/** An import as it is answered. */
export function importView(row: ImportRow, { role, now, languages }: Pick<Context, 'now' | 'languages'> & { readonly role: Role }): Import {
  const { people = 0, spaces = 0, threads = 0, posts = 0, reactions = 0 } = row.added
  const standing = standingOf(row, now)
  return {
    id: row.id,
    kind: 'slack',
    archive: row.archive,
    place: row.place,
    state: standing.state,
    progress: { done: row.done_bytes, total: row.total_bytes },
    added: { people, spaces, threads, posts, reactions },
    skipped: writtenFor(readerAt(languages ?? []), () => row.skipped.map(saidLeftOut)),
    failure: readWords(row.failure, languages),
    by: { handle: row.handle, name: row.name },
    at: row.made_at.toString(),
    endedAt: row.ended_at?.toString() ?? null,
    may: { stop: mayStopImport(role, standing), resume: mayResumeImport(role, standing) },
  }
}

/** What the machine notes and what people decided, together. What failed for good has no archive any more. */
export function standingOf(row: ImportRow, now: Temporal.Instant): Standing {
  const { place, state, failure, stopped, moved_at: movedAt } = row
  const ended = state === 'done' || state === 'failed'
  const lost = place === 'host' && (movedAt === null || Temporal.Instant.compare(movedAt.add(SILENT), now) < 0)
  if (ended) return { place, state, resumable: false }
  if (failure !== null) return { place, state: 'failed', resumable: true }
  return { place, state: stopped || lost ? 'stopped' : state, resumable: stopped }
}
