import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Answered, listAnswered as endpoint } from '../contract.ts'
import { tellingWords } from '../rules/likeness.ts'
import { findAnswered } from './find-answered.ts'

interface Row {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly slug: string
  readonly spaceName: string
  readonly concluded: boolean
  readonly seq: number | null
  readonly body: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

/** What may have been answered already of what somebody is about to ask, the likest first. Two statements, one when it shares words with nothing. */
export async function listAnswered(ctx: Context, { q, limit }: InputOf<typeof endpoint>): Promise<{ items: Answered[] }> {
  const ids = await findAnswered(ctx, { words: tellingWords(q), limit })
  if (ids.length === 0) return { items: [] }
  const { rows } = await shown(ctx, ids).execute(ctx.db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { items: ids.flatMap((id) => byId.get(id) ?? []).map(toAnswered) }
}

/** What each came to: its outcome, else the answer that was given last and still stands in it. */
const shown = (ctx: Context, ids: readonly string[]) => sql<Row>`
  select t.id, t.number, t.title, t.concluded, s.slug, s.name as "spaceName", came.seq, came.body, came.at, p.handle, p.name
  from threads t
  join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
  join lateral (
    (select null::integer as seq, o.body, o.written_by as by_id, o.written_at as at from thread_outcomes o
     where t.concluded and o.workspace_id = t.workspace_id and o.thread_id = t.id)
    union all
    (select answer.seq, answer.body, answer.author_id, e.settled_at from asks a
     join ask_settlements e on e.workspace_id = a.workspace_id and e.ask_id = a.id
     join posts answer on answer.workspace_id = e.workspace_id and answer.id = e.post_id and not answer.deleted
     where not t.concluded and a.workspace_id = t.workspace_id and a.thread_id = t.id and a.state = 'answered'
     order by e.settled_at desc limit 1)
  ) came on true
  join people p on p.workspace_id = t.workspace_id and p.id = came.by_id
  where t.workspace_id = ${ctx.workspaceId} and t.id = any(${[...ids]}::uuid[]) and t.space_id in ${visibleSpaces(ctx)}
`

function toAnswered({ number, title, concluded, slug, spaceName, seq, body, handle, name, at }: Row): Answered {
  return {
    number,
    title,
    state: concluded ? 'concluded' : 'open',
    space: { slug, name: spaceName },
    seq,
    excerpt: excerptOf(body),
    by: { handle, name },
    at: at.toString(),
  }
}
