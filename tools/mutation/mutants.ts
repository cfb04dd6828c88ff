import { parseSync } from 'vite'
import { isNode, type Node } from '../testing/sources.ts'

/** A small fault put into a file: what a test has to notice. */
export interface Mutant {
  readonly line: number
  /** What stood there, and what stands there now. */
  readonly was: string
  readonly is: string
  /** The whole file with it. */
  readonly code: string
}

interface Change {
  readonly start: number
  readonly end: number
  readonly is: string
}

const operators = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
  ['&&', '||'],
  ['||', '&&'],
])
const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['find', 'findLast'],
  ['findLast', 'find'],
])

/** Every file that differs from this one by one small fault, in the order of where it is. */
export function mutantsOf(file: string, code: string): Mutant[] {
  const changes = changesIn(parseSync(file, code).program, code).toSorted((one, other) => one.start - other.start)
  return changes.map(({ start, end, is }) => ({
    line: code.slice(0, start).split('\n').length,
    was: code.slice(start, end),
    is,
    code: code.slice(0, start) + is + code.slice(end),
  }))
}

function changesIn(value: unknown, code: string): Change[] {
  if (Array.isArray(value)) return value.flatMap((each) => changesIn(each, code))
  if (!isNode(value)) return []
  // Types are gone when it runs, and what is thrown says its words in tests of their own.
  if (value.type.startsWith('TS')) return changesIn(value['expression'], code)
  if (['ImportDeclaration', 'ThrowStatement', 'TemplateLiteral'].includes(value.type)) return []
  return [...changesOf(value, code), ...Object.values(value).flatMap((part) => changesIn(part, code))]
}

function changesOf(node: Node, code: string): Change[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorOf(node, code)
    case 'IfStatement':
    case 'ConditionalExpression':
      return ['true', 'false'].map((is) => ({ ...placeOf(node['test']), is }))
    case 'UnaryExpression':
      return node['operator'] === '!' ? [{ ...placeOf(node), is: textAt(node['argument'], code) }] : []
    case 'Literal':
      return literalOf(node)
    case 'CallExpression':
      return methodOf(node, code)
    default:
      return []
  }
}

function operatorOf(node: Node, code: string): Change[] {
  const was = String(node['operator'])
  const is = operators.get(was)
  if (is === undefined) return []
  const [from, to] = [placeOf(node['left']).end, placeOf(node['right']).start]
  const start = from + code.slice(from, to).indexOf(was)
  return [{ start, end: start + was.length, is }]
}

function literalOf(node: Node): Change[] {
  const { value } = node
  if (typeof value === 'boolean') return [{ ...placeOf(node), is: String(!value) }]
  return typeof value === 'number' ? [{ ...placeOf(node), is: String(value + 1) }] : []
}

/** One method for its counterpart, and what is chosen by `filter` without a choice. */
function methodOf(node: Node, code: string): Change[] {
  const callee = node['callee']
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee['property'])) return []
  const name = textAt(callee['property'], code)
  if (name === 'filter') return [{ ...placeOf(node), is: textAt(callee['object'], code) }]
  const is = methods.get(name)
  return is === undefined ? [] : [{ ...placeOf(callee['property']), is }]
}

function placeOf(node: unknown): { readonly start: number; readonly end: number } {
  if (!isNode(node)) throw new Error('A node is missing.')
  return { start: node.start, end: Number(node['end']) }
}

function textAt(node: unknown, code: string): string {
  const { start, end } = placeOf(node)
  return code.slice(start, end)
}
