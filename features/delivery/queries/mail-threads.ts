import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { excerpted } from '#platform/markdown/rendering-cache.ts'
import { fileNamesOf } from '#features/threads/queries/file-views.ts'
import { withFileNames } from '#features/threads/rules/file-names.ts'
import type { MailThread } from '../mail/digest.ts'
import { type FollowedThread, followedThreads, ofEachFollower } from './followed-threads.ts'
import type { ToldTo } from './told-deliveries.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
}

interface Told {
  readonly threadId: string
  readonly seq: number
  readonly title: string
  readonly space: string
  readonly outcome: string | null
  readonly outcomeBy: string | null
  readonly highlights: string | null
  readonly body: string | null
  readonly files: string | null
  readonly by: string | null
}

/** What is new in the threads the readers follow, by mail, between the positions of their deliveries: one statement to find it, one to tell it. */
export async function mailThreads(at: At, mails: readonly ToldTo[]): Promise<Map<string, MailThread[]>> {
  const windows = mails.flatMap(({ personId, deliveries }) =>
    deliveries.map(({ from, through, threads }) => ({ personId, from, through, threads })),
  )
  const found = await followedThreads(at.db, at.workspaceId, windows)
  if (found.length === 0) return new Map()
  const told = await tell(at, found)
  const written = new Map(
    found.flatMap((thread) => {
      const row = told.get(placeOf(thread.threadId, thread.lastSeq))
      return row ? [[thread, mailThread(thread, row)]] : []
    }),
  )
  const byPerson = ofEachFollower(found)
  const threadsOf = (personId: string): MailThread[] => (byPerson.get(personId) ?? []).flatMap((thread) => written.get(thread) ?? [])
  return new Map(mails.map(({ mailId, personId }) => [mailId, threadsOf(personId)]))
}

const placeOf = (threadId: string, seq: number): string => `${threadId} ${seq}`

/** Each thread as it stands, with the newest post that somebody is told of; once for all who are told of the same. */
async function tell({ db, workspaceId }: At, found: readonly FollowedThread[]): Promise<Map<string, Told>> {
  const places = [...new Map(found.map((thread) => [placeOf(thread.threadId, thread.lastSeq), thread])).values()]
  const { rows } = await sql<Told>`
    select t.id as "threadId", seen.seq, t.title, s.name as space, o.body as outcome, op.name as "outcomeBy", h.body as highlights, newest.body,
      ${fileNamesOf('newest')} as files, author.name as by
    from unnest(${places.map(({ threadId }) => threadId)}::uuid[], ${places.map(({ lastSeq }) => lastSeq)}::integer[]) as seen (thread_id, seq)
    join threads t on t.workspace_id = ${workspaceId} and t.id = seen.thread_id
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    left join thread_outcomes o on o.workspace_id = t.workspace_id and o.thread_id = t.id and t.concluded
    left join people op on op.workspace_id = t.workspace_id and op.id = o.written_by
    left join thread_highlights h on h.workspace_id = t.workspace_id and h.thread_id = t.id
    left join posts newest on newest.workspace_id = t.workspace_id and newest.thread_id = t.id and newest.seq = seen.seq
    left join people author on author.workspace_id = t.workspace_id and author.id = newest.author_id
  `.execute(db)
  return new Map(rows.map((row) => [placeOf(row.threadId, row.seq), row]))
}

function mailThread({ number, posts, fyi, concluded }: FollowedThread, row: Told): MailThread {
  const ended = concluded && row.outcome !== null
  return {
    number,
    posts,
    fyi: fyi && !ended,
    title: row.title,
    space: row.space,
    concluded: ended,
    text:
      ended || row.highlights !== null
        ? excerpted((ended ? row.outcome : row.highlights) ?? '')
        : withFileNames(excerpted(row.body ?? ''), row.files),
    by: (ended ? row.outcomeBy : row.by) ?? '',
  }
}
