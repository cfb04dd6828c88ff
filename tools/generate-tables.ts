import { writeFile } from 'node:fs/promises'
import pg from 'pg'

/**
 * Writes platform/sql/tables.ts and database/schema.sql from a migrated database.
 * Run: DATABASE_URL=… node tools/generate-tables.ts
 */
const typeOf: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  text: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  timestamptz: 'Instant',
  tsvector: 'string',
  uuid: 'string',
}

interface Column {
  table: string
  name: string
  udt: string
  type: string
  nullable: boolean
  preset: string | null
}

interface Definition {
  table: string
  definition: string
}

const COLUMNS = `
  select c.relname as table, a.attname as name, t.typname as udt, format_type(a.atttypid, a.atttypmod) as type,
         not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as preset
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname collate "C", a.attnum`
const CONSTRAINTS = `
  select c.relname as table, 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c') order by c.relname collate "C", k.contype desc, k.conname collate "C"`
const INDEXES = `
  select tablename as table, indexdef as definition from pg_indexes i
  where schemaname = 'public' and not exists (select from pg_constraint k where k.conname = i.indexname and k.contype in ('p', 'u'))
  order by tablename collate "C", indexname collate "C"`

/** Both texts for the database behind this connection. */
export async function describe(client: Pick<pg.ClientBase, 'query'>): Promise<{ tables: string; schema: string }> {
  const columns = (await client.query<Column>(COLUMNS)).rows
  const constraints = (await client.query<Definition>(CONSTRAINTS)).rows
  const indexes = (await client.query<Definition>(INDEXES)).rows
  const names = [...new Set(columns.map((column) => column.table))]
  return { tables: tablesText(names, columns), schema: names.map((name) => tableText(name, { columns, constraints, indexes })).join('\n') }
}

function tablesText(names: readonly string[], columns: readonly Column[]): string {
  const body = names.map((name) => {
    const fields = columns.filter((column) => column.table === name).map((column) => `    ${column.name}: ${fieldType(column)}`)
    return `  ${name}: {\n${fields.join('\n')}\n  }`
  })
  const head = `/* Written by tools/generate-tables.ts from the migrated database. */
import type { ColumnType, Generated } from 'kysely'

type Instant = Temporal.Instant
type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null, string | null>
`
  return `${head}\nexport interface Tables {\n${body.join('\n')}\n}\n`
}

function fieldType({ udt, nullable, preset }: Column): string {
  const known = typeOf[udt]
  if (!known) throw new Error(`No TypeScript type is known for the column type ${udt}. Add it to tools/generate-tables.ts.`)
  const type = nullable ? (known === 'Json' ? 'NullableJson' : `${known} | null`) : known
  return preset === null ? type : `Generated<${type}>`
}

function tableText(name: string, all: { columns: Column[]; constraints: Definition[]; indexes: Definition[] }): string {
  const lines = [
    ...all.columns.filter((column) => column.table === name).map(columnText),
    ...all.constraints.filter((constraint) => constraint.table === name).map((constraint) => constraint.definition),
  ]
  const indexes = all.indexes.filter((index) => index.table === name).map((index) => `${index.definition};\n`)
  return `create table ${name} (\n  ${lines.join(',\n  ')}\n);\n${indexes.join('')}`
}

const columnText = ({ name, type, nullable, preset }: Column): string =>
  [name, type, nullable ? '' : 'not null', preset === null ? '' : `default ${preset}`].filter(Boolean).join(' ')

if (import.meta.main) {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  const { tables, schema } = await describe(client)
  await writeFile(new URL('../platform/sql/tables.ts', import.meta.url), tables)
  await writeFile(new URL('../database/schema.sql', import.meta.url), schema)
  await client.end()
}
