import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Rendered } from '#platform/markdown/render.ts'
import { visiblePeople } from '#features/people/access.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Links } from '../contract/post.ts'

type References = Pick<Rendered, 'names' | 'numbers'>

interface Found {
  readonly people: ReadonlyMap<string, string>
  readonly spaces: ReadonlyMap<string, string>
  readonly threads: ReadonlyMap<number, string>
}

interface FoundRow {
  readonly kind: 'person' | 'space' | 'thread'
  readonly key: string
  readonly name: string
}

const nothing: Found = { people: new Map(), spaces: new Map(), threads: new Map() }

/** Names and titles of what texts refer to, as far as the reader may see it: one statement, none when they refer to nothing. */
export async function findLinks(ctx: Context, texts: readonly References[]): Promise<Found> {
  const names = [...new Set(texts.flatMap((text) => text.names))]
  const numbers = [...new Set(texts.flatMap((text) => text.numbers))]
  if (names.length === 0 && numbers.length === 0) return nothing
  const { workspaceId } = ctx
  const { rows } = await sql<FoundRow>`
    select 'person' as kind, handle as key, name
    from ${visiblePeople(ctx.db, ctx).where('people.handle', '=', sql<string>`any(${names}::text[])`)} as known
    union all
    select 'space', slug, name from spaces
    where workspace_id = ${workspaceId} and slug = any(${names}::text[]) and not direct and id in ${visibleSpaces(ctx)}
    union all
    select 'thread', number::text, title from threads
    where workspace_id = ${workspaceId} and number = any(${numbers}::bigint[]) and space_id in ${visibleSpaces(ctx)}
  `.execute(ctx.db)
  const of = (kind: FoundRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    people: new Map(of('person').map(({ key, name }) => [key, name])),
    spaces: new Map(of('space').map(({ key, name }) => [key, name])),
    threads: new Map(of('thread').map(({ key, name }) => [Number(key), name])),
  }
}

/** What of all that was found one text refers to. */
export function linksFrom(found: Found, { names, numbers }: References): Links {
  return {
    people: names.flatMap((handle) => named(found.people, handle, (name) => ({ handle, name }))),
    spaces: names.flatMap((slug) => named(found.spaces, slug, (name) => ({ slug, name }))),
    threads: numbers.flatMap((number) => named(found.threads, number, (title) => ({ number, title }))),
  }
}

function named<Key, Item>(found: ReadonlyMap<Key, string>, key: Key, make: (name: string) => Item): Item[] {
  const name = found.get(key)
  return name === undefined ? [] : [make(name)]
}
