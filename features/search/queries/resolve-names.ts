import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { peopleByHandle } from '#features/people/access.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Narrowing, Question } from '../rules/question.ts'

/** A name in a question that stands for nobody, or for nothing, that the reader may see. */
export interface AbsentName {
  readonly part: string
  readonly what: 'space' | 'person'
}

export interface Resolved {
  /** With ids in place of names. One that names nothing of what it must is kept, without values: it holds nothing. */
  readonly narrowings: readonly Narrowing[]
  readonly absent: readonly AbsentName[]
}

/** The ids of the spaces and people that a question names: a statement for each of the two kinds it names any of. */
export async function resolveNames(ctx: Context, { narrowings }: Question): Promise<Resolved> {
  const spaces = await spaceIds(ctx, valuesOf(narrowings, ['in']))
  const people = await personIds(ctx, valuesOf(narrowings, ['from', 'to']))
  const absent: AbsentName[] = []
  const resolved = narrowings.map((narrowing): Narrowing => {
    const { operator, values } = narrowing
    const what = kindOf(operator)
    if (what === null) return narrowing
    const ids = what === 'space' ? spaces : people
    absent.push(...values.filter((name) => !ids.has(name)).map((name) => ({ part: `${operator}:${name}`, what })))
    return { ...narrowing, values: values.flatMap((name) => ids.get(name) ?? []) }
  })
  // What is ruled out and is not there rules nothing out.
  return { narrowings: resolved.filter(({ values, not }) => values.length > 0 || !not), absent }
}

function kindOf(operator: Narrowing['operator']): AbsentName['what'] | null {
  if (operator === 'in') return 'space'
  return operator === 'from' || operator === 'to' ? 'person' : null
}

const valuesOf = (narrowings: readonly Narrowing[], operators: readonly Narrowing['operator'][]): string[] =>
  narrowings.filter(({ operator }) => operators.includes(operator)).flatMap(({ values }) => values)

async function spaceIds(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('spaces')
    .select(['id', 'slug'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', visibleSpaces(ctx))
    .where(sql<boolean>`(slug = any(${names}::text[]) or id::text = any(${names}::text[]))`)
    .execute()
  return new Map(rows.flatMap(({ id, slug }) => [[slug, id] as const, [id, id] as const]))
}

async function personIds(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  const people = await peopleByHandle(
    ctx.db,
    ctx,
    names.filter((name) => name !== 'me'),
  )
  return new Map([['me', ctx.personId], ...Array.from(people, ([handle, { id }]) => [handle, id] as const)])
}
