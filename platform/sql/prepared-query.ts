import pg from 'pg'

/** A statement that is prepared under a name, once on each connection. */
export interface Prepared {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
}

/** Sends a statement on a connection; a text alone is not prepared. */
export type Send = (client: pg.ClientBase, statement: string | Prepared) => Promise<pg.QueryResult>

/** What rows of a statement consist of. */
interface Columns {
  readonly names: readonly string[]
  /** Absent where the text is the value. */
  readonly parsers: readonly (Parser | undefined)[]
  /** All names, so that rows are made alike. */
  readonly empty: Readonly<Record<string, null>>
}

type Parser = (text: string) => unknown
type Row = Record<string, unknown>

interface Field {
  readonly name: string
  readonly dataTypeID: Parameters<pg.CustomTypesConfig['getTypeParser']>[0]
}

const none: Columns = { names: [], parsers: [], empty: {} }

/** What pg calls of a query, and its types leave out. */
declare module 'pg' {
  interface Query {
    hasBeenParsed(connection: pg.Connection): boolean
    prepare(connection: pg.Connection): void
  }
}

/** How statements are sent to one database. */
export function sending({ types = pg.types }: pg.ClientConfig): Send {
  const known = new Map<string, Columns>()
  return (client, statement) => {
    if (typeof statement === 'string') return client.query(statement)
    return client.query(new PreparedQuery(statement, { known, types })).answer
  }
}

interface Reading {
  /** By the name of the statement, as the database described them last. */
  readonly known: Map<string, Columns>
  readonly types: pg.CustomTypesConfig
}

/**
 * As pg's own query, but what its rows consist of is asked and worked out once for each statement, and not every time: with short answers that takes
 * longer than to read them. PostgreSQL refuses a prepared statement whose columns have changed.
 */
class PreparedQuery extends pg.Query {
  readonly answer: Promise<pg.QueryResult<Row>>
  readonly #settle = Promise.withResolvers<pg.QueryResult<Row>>()
  readonly #rows: Row[] = []
  readonly #name: string
  readonly #reading: Reading
  #columns: Columns | undefined
  #complete = ''
  #unreadable: unknown = null

  constructor(statement: Prepared, reading: Reading) {
    super(statement)
    this.answer = this.#settle.promise
    this.#name = statement.name
    this.#reading = reading
  }

  override prepare(connection: pg.Connection): void {
    this.#columns = this.hasBeenParsed(connection) ? this.#reading.known.get(this.#name) : undefined
    super.prepare(this.#columns ? undescribed(connection) : connection)
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#columns = columnsOf(fields, this.#reading.types)
    this.#reading.known.set(this.#name, this.#columns)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#columns ?? none, fields))
    } catch (error) {
      this.#unreadable = error
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    if (!this.#columns) this.#reading.known.set(this.#name, none)
    this.#complete = text
  }

  handleReadyForQuery(): void {
    if (this.#unreadable) return this.handleError(this.#unreadable)
    const [command = '', ...counts] = this.#complete.split(' ')
    this.#settle.resolve({ command, rowCount: Number(counts.at(-1) ?? 0), oid: 0, fields: [], rows: this.#rows })
  }

  handleError(error: unknown): void {
    this.#settle.reject(error)
  }
}

function columnsOf(fields: readonly Field[], types: pg.CustomTypesConfig): Columns {
  const asItIs = types.getTypeParser(pg.types.builtins.TEXT, 'text')
  const parsers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text'))
  return {
    names: fields.map(({ name }) => name),
    parsers: parsers.map((parser) => (parser === asItIs ? undefined : parser)),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  }
}

function rowOf({ names, parsers, empty }: Columns, values: readonly (string | null)[]): Row {
  const row: Row = { ...empty }
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]
    if (value == null) continue
    const parser = parsers[at]
    row[names[at] ?? ''] = parser ? parser(value) : value
  }
  return row
}

/** The connection, for a query that need not ask what its rows consist of. */
const quiet = new WeakMap<pg.Connection, pg.Connection>()

function undescribed(connection: pg.Connection): pg.Connection {
  const known = quiet.get(connection)
  if (known) return known
  const made: pg.Connection = Object.create(connection, { describe: { value: () => {} } })
  quiet.set(connection, made)
  return made
}
