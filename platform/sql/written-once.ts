import {
  type Compilable,
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import type { Database, Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** Stands for a value while a text is written. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  toString(): never {
    throw new Error(`A text that is written once was made from ${this.name}, which is not known yet.`)
  }

  toJSON(): never {
    return this.toString()
  }
}

const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/**
 * A part of a statement whose text never changes: `write` is called once, and from then on only its values are filled in. To build a text of many
 * parts takes longer than to send it. Values may be put into the text, and nothing may be decided by them.
 */
export function writtenOnce<V extends object, R>(write: (values: V) => RawBuilder<R>): (values: V) => RawBuilder<R> {
  let written: { readonly pieces: readonly string[]; readonly parameters: readonly unknown[] } | null = null
  return (values) => {
    written ??= taken(write(slotsBeside({}) as V))
    const { pieces, parameters } = written
    const given = values as Readonly<Record<string, unknown>>
    const filled = parameters.map((parameter) => (parameter instanceof Slot ? given[parameter.name] : parameter))
    return sql<R>(pieces as unknown as TemplateStringsArray, ...filled)
  }
}

/**
 * A whole statement whose text never changes, as `writtenOnce`; `from` builds it. Where some of the values do decide what it says, they are named in
 * `decidedBy` and known while it is written: one text is kept for each combination of them, so there may be few.
 */
export function statementOnce<V extends object, R>(
  write: (values: V, from: Database) => RawBuilder<R> | Compilable<R>,
  decidedBy: readonly (keyof V & string)[] = [],
): (db: Database | Tx, values: V) => Promise<R[]> {
  const texts = new Map<string, Statement>()
  return async (db, values) => {
    const key = decidedBy.map((name) => String(values[name])).join(' ')
    let statement = texts.get(key)
    if (!statement) {
      const known = Object.fromEntries(decidedBy.map((name) => [name, values[name]]))
      statement = whole(write(slotsBeside(known) as V, compiler))
      texts.set(key, statement)
    }
    const given = values as Readonly<Record<string, unknown>>
    const filled = statement.parameters.map((parameter) => (parameter instanceof Slot ? given[parameter.name] : parameter))
    return (await db.executeQuery<R>(CompiledQuery.raw(statement.text, filled))).rows
  }
}

interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/** With each value once, however often the text names it. */
function whole(statement: RawBuilder<unknown> | Compilable): Statement {
  const { pieces, parameters } = taken(statement)
  const places = new Map<string, number>()
  const kept: unknown[] = []
  const placeOf = (parameter: unknown): number => {
    if (!(parameter instanceof Slot)) return kept.push(parameter)
    const place = places.get(parameter.name) ?? kept.push(parameter)
    places.set(parameter.name, place)
    return place
  }
  const text = pieces.map((piece, at) => (at < parameters.length ? `${piece}$${placeOf(parameters[at])}` : piece)).join('')
  return { text, parameters: kept }
}

function slotsBeside(known: Readonly<Record<string, unknown>>): object {
  const ownKeys = (): never => {
    throw new Error('A text that is written once was made from all values at once.')
  }
  return new Proxy(known, { ownKeys, get: (target, name) => (Object.hasOwn(target, name) ? target[String(name)] : new Slot(String(name))) })
}

function taken(part: RawBuilder<unknown> | Compilable): { pieces: string[]; parameters: readonly unknown[] } {
  const { sql: text, parameters } = part.compile(compiler)
  const pieces = text.split(/\$\d+/)
  if (pieces.length !== parameters.length + 1) throw new Error('A text that is written once says $1 itself.')
  return { pieces, parameters }
}
