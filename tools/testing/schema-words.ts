import type { Said } from '#platform/contract/failure.ts'
import { wordsOf } from '#platform/contract/words.ts'
import { isNode, lineOf, nameOf, type Node, nodesOf, type Source } from './sources.ts'

/** What a schema, or a check of one, says of what it refuses; `say` is null where it is written for nobody's language. */
export interface SchemaWords {
  readonly say: Said | null
  readonly english: string
}

interface Part {
  readonly _zod: { readonly def: Readonly<Record<string, unknown>> }
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && '_zod' in value

/** All that is said by a schema, by its checks and by the schemas within it. */
export function wordsIn(schema: unknown, seen = new Set<unknown>()): SchemaWords[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return []
  seen.add(schema)
  if (!isPart(schema)) return Object.values(schema).flatMap((part) => wordsIn(part, seen))
  const { _zod: inner } = schema
  const { error, ...parts } = inner.def
  return [...(typeof error === 'function' ? [saidBy(error)] : []), ...wordsIn(parts, seen)]
}

function saidBy(error: object): SchemaWords {
  const issue = { code: 'custom', input: null }
  const english: unknown = Reflect.apply(error as () => unknown, undefined, [issue])
  return { say: wordsOf(issue), english: String(english) }
}

/** Where a contract says something that is written in the code itself: of an issue it adds, or as words. */
export function saidInCode(source: Source): string[] {
  return source.nodes.flatMap((node) => {
    const added = node.type === 'CallExpression' && isNode(node['callee']) && nameOf(node['callee']['property']) === 'addIssue'
    const messages = added ? nodesOf(node).filter((part) => part.type === 'Property' && nameOf(part['key']) === 'message') : []
    return [...messages, ...(saysLiteral(node) ? [node] : [])].map((each) => `${source.file}:${lineOf(source, each)}`)
  })
}

const saysLiteral = (node: Node): boolean =>
  node.type === 'ArrowFunctionExpression' &&
  isNode(node['body']) &&
  (node['body'].type === 'TemplateLiteral' || (node['body'].type === 'Literal' && typeof node['body']['value'] === 'string'))
