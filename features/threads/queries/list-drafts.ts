import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { ListedDraft, listDrafts as endpoint } from '../contract/drafts.ts'

interface Row {
  readonly key: string
  readonly value: string
  readonly version: string
  readonly at: Temporal.Instant
  readonly number: number | null
  readonly title: string | null
}

const cursor = z.tuple([cursorInstant, z.string()])

/** A piece of what the reader is writing, the newest first, with the titles of threads they may see: one statement. */
export async function listDrafts(
  ctx: Context,
  { key: only, after, limit }: InputOf<typeof endpoint>,
): Promise<{ items: ListedDraft[]; next: string | null }> {
  const { db, workspaceId, personId } = ctx
  const [at, key] = readCursor(cursor, after) ?? ['infinity', '']
  const { rows } = await sql<Row>`
    select d.key, d.value, d.version, d.written_at as at, t.number, t.title
    from drafts d
    left join threads t on t.workspace_id = d.workspace_id and t.number = substring(d.key from '^thread:([0-9]{1,12})$')::bigint
      and t.space_id in ${visibleSpaces(ctx)}
    where d.workspace_id = ${workspaceId} and d.person_id = ${personId} and (d.written_at, d.key) < (${at}::timestamptz, ${key})
      and (d.key = ${only ?? null} or ${only ?? null}::text is null)
    order by d.written_at desc, d.key desc limit ${limit + 1}
  `.execute(db)
  const items = rows.slice(0, limit).map(toListed)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorOf([last.at, last.key]) : null }
}

function toListed({ key, value, version, at, number, title }: Row): ListedDraft {
  const written = JSON.parse(value) as Record<string, unknown>
  const text = (name: string): string => (typeof written[name] === 'string' ? written[name] : '')
  const thread = number !== null && title !== null ? { number, title } : null
  return { key, version, at: at.toString(), title: text('title'), excerpt: excerptOf(text('body')), thread }
}
