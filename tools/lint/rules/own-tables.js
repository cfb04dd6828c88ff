import { featureOf } from '../architecture.js'
import { lent, ownerOf } from '../tables.js'
import { fileOf, isFree } from './file-of.js'

const builders = new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const name = '("?[a-z_][a-z0-9_.]*"?|\\?)'
const writes = [
  new RegExp(`\\b(?:insert|merge)\\s+into\\s+${name}`, 'gi'),
  new RegExp(`\\bdelete\\s+from\\s+(?:only\\s+)?${name}`, 'gi'),
  new RegExp(`\\bupdate\\s+(?:only\\s+)?${name}(?:\\s+(?:as\\s+)?[a-z_]+)?\\s+set\\b`, 'gi'),
  new RegExp(`\\btruncate\\s+(?:table\\s+)?(?:only\\s+)?${name}`, 'gi'),
]

/** The tables that a piece of SQL changes; `?` where the name is not written in it. */
export function changedTables(text) {
  const sql = text.replace(/--[^\n]*/g, '')
  return writes.flatMap((write) => [...sql.matchAll(write)].map((match) => match[1].replaceAll('"', '').replace(/^public\./, '')))
}

/** Why a file may not change a table, or null. */
export function tableObjection(file, table) {
  const owner = featureOf(file) ?? (file.startsWith('platform/') ? 'platform' : null)
  if (owner === null) return `${table} is changed by commands, not here`
  if (table === '?') return 'the name of a table that is changed stands in the statement, where it can be found'
  if (ownerOf(table) !== owner && !lent[table]?.includes(owner))
    return `${owner} does not own ${table}; call a command of ${ownerOf(table) ?? 'whoever does, once tools/lint/tables.js says who'}`
  if (owner !== 'platform' && !/^features\/[^/]+\/commands\//.test(file)) return `${table} is changed here; only commands write`
  return null
}

const textOf = (node) => node.quasis.map((quasi) => quasi.value.raw).join('?')

/** A table is changed by its owner only, in commands only, by query builder or in plain SQL. */
export const ownTables = {
  meta: { type: 'problem', docs: { description: 'A feature changes only its own tables, in its commands.' } },
  create(context) {
    const file = fileOf(context)
    if (isFree(file)) return {}
    const check = (node, tables) => {
      const whys = new Set(tables.map((table) => tableObjection(file, table)).filter(Boolean))
      for (const why of whys) context.report({ node, message: `${why}.` })
    }
    return {
      CallExpression(node) {
        if (!builders.has(node.callee.property?.name)) return
        const table = node.arguments[0]?.value
        check(node, [typeof table === 'string' ? table.split(' ')[0] : '?'])
      },
      TemplateLiteral: (node) => check(node, changedTables(textOf(node))),
      Literal: (node) => typeof node.value === 'string' && check(node, changedTables(node.value)),
    }
  },
}
