import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { plainText } from '#platform/markdown/plain-text.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Found } from '../contract.ts'
import { excerptPieces } from '../rules/excerpt.ts'
import { isHit, type Question } from '../rules/question.ts'
import { wordsOf } from '../rules/segment.ts'

interface FoundRow {
  readonly id: string
  readonly type: 'thread' | 'post'
  readonly number: number
  readonly kind: string
  readonly concluded: boolean
  readonly title: string
  readonly seq: number | null
  readonly texts: readonly (string | null)[]
  readonly slug: string
  readonly spaceName: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

const READ = 40_000

/** The threads and posts to show, in the order of their ids, each with an excerpt: one statement. What has gone since it was indexed is left out. */
export async function foundEntries(ctx: Context, ids: readonly string[], question: Question): Promise<Found[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FoundRow>`
    select entries.id, entries.type, t.number, t.kind, t.concluded, t.title, p.seq, s.slug, s.name as "spaceName",
      author.handle, author.name, coalesce(p.posted_at, t.opened_at) as at,
      case entries.type when 'post' then json_build_array(p.body) else json_build_array(
        (select first.body from posts first where first.workspace_id = t.workspace_id and first.thread_id = t.id and first.seq = 1),
        (select kept.body from thread_highlights kept where kept.workspace_id = t.workspace_id and kept.thread_id = t.id),
        (select kept.body from thread_outcomes kept where kept.workspace_id = t.workspace_id and kept.thread_id = t.id),
        t.purpose) end as texts
    from search_entries entries
    join threads t on t.workspace_id = entries.workspace_id and t.id = entries.thread_id
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    left join posts p on p.workspace_id = entries.workspace_id and p.id = entries.id
    join people author on author.workspace_id = t.workspace_id and author.id = coalesce(p.author_id, t.opened_by)
    where entries.workspace_id = ${ctx.workspaceId} and entries.id = any(${[...ids]}::uuid[])
      and entries.space_id in ${visibleSpaces(ctx)} and p.deleted is not true
  `.execute(ctx.db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return inTurns(
    ids.flatMap((id) => byId.get(id) ?? []),
    ({ texts }) => texts.reduce((length, text) => length + Math.min(text?.length ?? 0, READ), 0),
    (row) => toFound(row, question),
  )
}

function toFound(row: FoundRow, question: Question): Found {
  const { id, type, number, kind, concluded, title, seq, slug, spaceName, handle, name, at } = row
  return {
    type,
    number,
    ...(type === 'post'
      ? { post: id, ...(seq === null ? {} : { seq }) }
      : { kind, state: concluded ? ('concluded' as const) : ('open' as const) }),
    title,
    excerpt: excerptPieces(tellingText(row.texts, question), question),
    space: { slug, name: spaceName },
    at: at.toString(),
    by: { handle, name },
  }
}

/** Of the texts of a thread the one in which most of what was looked for stands; the first when none does. */
function tellingText(texts: readonly (string | null)[], question: Question): string {
  const plain = texts.map((text) => plainText((text ?? '').slice(0, READ))).filter((text) => text !== '')
  if (plain.length <= 1) return plain[0] ?? ''
  const hits = plain.map((text) => wordsOf(text).filter((word) => isHit(question, word.text)).length)
  return plain[hits.indexOf(Math.max(...hits))] ?? ''
}
