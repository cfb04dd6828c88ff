import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { uses } from './architecture.js'
import { lent, owns } from './tables.js'

const database = new URL('../../database/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, database), 'utf8')

/** Every table that stands after all these statements, in order of its name. */
function tablesOf(sql: string): string[] {
  const tables = new Set<string>()
  for (const [, verb = '', name = ''] of sql.matchAll(/^\s*(create|drop) table (?:if (?:not )?exists )?(\w+)/gim)) {
    if (verb.toLowerCase() === 'create') tables.add(name)
    else tables.delete(name)
  }
  return [...tables].toSorted()
}

const owned = Object.values(owns).flat()

test('every table of the schema has one owner, and no owner has a table that does not exist', () => {
  const tables = tablesOf(read('schema.sql'))
  assert.ok(tables.length > 40)
  assert.deepEqual(owned.toSorted(), tables)
})

test('every table of the migrations has an owner', () => {
  const files = readdirSync(new URL('migrations/', database)).toSorted()
  const tables = tablesOf(files.map((file) => read(`migrations/${file}`)).join('\n'))
  assert.ok(tables.length > 40)
  assert.deepEqual(
    tables.filter((table) => !owned.includes(table)),
    [],
  )
})

test('owners are features or the platform', () => {
  const known = [...Object.keys(uses), 'platform']
  assert.deepEqual(
    [...Object.keys(owns), ...Object.values(lent).flat()].filter((owner) => !known.includes(owner)),
    [],
  )
})

test('only a table that somebody owns is lent', () => {
  for (const table of Object.keys(lent)) assert.ok(owned.includes(table), table)
})
