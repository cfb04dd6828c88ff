// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { sql } from 'kysely'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { plainText } from '#platform/markdown/plain-text.ts'
import type { Tx } from '#platform/sql/database.ts'
import { fileNamesOf } from '#features/threads/queries/file-views.ts'
import type { Content } from '../rules/operators.ts'
import { contentsOf, signOf } from '../rules/signs.ts'
import { vectorOf, weekOf } from '../rules/vector.ts'
import { type Entry, writeEntries } from './write-entries.ts'

interface ThreadRow {
  readonly id: string
  readonly spaceId: string
  readonly kind: string
  readonly title: string
  readonly purpose: string
  readonly openedBy: string
  readonly openedAt: Temporal.Instant
  readonly driId: string | null
  readonly concluded: boolean
  readonly highlights: string | null
  readonly outcome: string | null
  /** The post that opens it; it may be deleted. */
  readonly opening: string | null
  /** Whether somebody reacted to that post. */
  readonly reacted: boolean
  /** Whoever was asked something in it, or has such an ask now. */
  readonly asked: readonly string[]
  /** The names of the files of that post. */
  readonly files: string | null
}

/** Makes threads found by their titles, what stands at their top, and the posts that open them. */
export async function indexThreads(tx: Tx, workspaceId: number, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length === 0) return
  const { rows } = await sql<ThreadRow>`
    select t.id, t.space_id as "spaceId", t.kind, t.title, t.purpose, t.opened_by as "openedBy", t.opened_at as "openedAt", t.dri_id as "driId", t.concluded,
      (select h.body from thread_highlights h where h.workspace_id = t.workspace_id and h.thread_id = t.id) as highlights,
      (select o.body from thread_outcomes o where o.workspace_id = t.workspace_id and o.thread_id = t.id) as outcome,
      (select p.body from posts p where p.workspace_id = t.workspace_id and p.thread_id = t.id and p.seq = 1) as opening,
      exists (select from posts p join post_reactions r on r.workspace_id = p.workspace_id and r.post_id = p.id
        where p.workspace_id = t.workspace_id and p.thread_id = t.id and p.seq = 1) as reacted,
      (select ${fileNamesOf('p')} from posts p where p.workspace_id = t.workspace_id and p.thread_id = t.id and p.seq = 1) as files,
      array(select distinct person::text from asks, unnest(array_remove(array[asks.asked_of, asks.owner_id, asks.asked_of_space_id], null)) as person
        where asks.workspace_id = t.workspace_id and asks.thread_id = t.id order by 1) as asked
    from threads t where t.workspace_id = ${workspaceId} and t.id = any(${[...threadIds]}::uuid[])
  `.execute(tx)
  const entries = await inTurns(
    rows,
    ({ outcome, opening }) => (outcome?.length ?? 0) + (opening?.length ?? 0),
    (thread) => entryOf(workspaceId, thread),
  )
  await writeEntries(tx, workspaceId, entries)
}

const entryOf = (workspaceId: number, thread: ThreadRow): Entry => ({
  id: thread.id,
  type: 'thread',
  spaceId: thread.spaceId,
  threadId: thread.id,
  authorId: thread.openedBy,
  at: thread.openedAt,
  words: vectorOf({ workspaceId, week: weekOf(thread.openedAt) }, { title: thread.title, body: textOf(thread), signs: signsOf(thread) }),
})

function textOf({ purpose, highlights, outcome, opening, files }: ThreadRow): string {
  return [...[purpose, highlights, outcome, opening].map((text) => plainText(text ?? '')), files ?? ''].join('\n')
}

function signsOf({ openedBy, spaceId, kind, driId, concluded, highlights, outcome, opening, reacted, asked, files }: ThreadRow): string[] {
  const contents: Content[] = contentsOf(opening ?? '')
  if (asked.length > 0) contents.push('ask')
  if (outcome && concluded) contents.push('outcome')
  if (highlights) contents.push('highlights')
  if (files) contents.push('file')
  if (reacted) contents.push('reaction')
  return [
    signOf.author(openedBy),
    signOf.space(spaceId),
    signOf.type('thread'),
    signOf.kind(kind),
    ...(driId === null ? [] : [signOf.dri(driId)]),
    ...contents.map(signOf.content),
    ...asked.map(signOf.asked),
  ]
}
