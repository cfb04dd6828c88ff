import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** A node of a parsed file, as far as texts are looked for in it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [part: string]: unknown
}

export interface Source {
  readonly file: string
  readonly code: string
  /** Every node, outer ones first. */
  readonly nodes: readonly Node[]
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What people read is written in these files; tests are none of them. */
export function readSources(): Source[] {
  const files = globSync('{app,features,platform,ui}/**/*.{ts,tsx}', { cwd: root })
  return files
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$|\/testing\//.test(file))
    .toSorted()
    .map((file) => {
      const code = readFileSync(join(root, file), 'utf8')
      return { file, code, nodes: nodesOf(parseSync(file, code).program) }
    })
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** A node and all within it, outer ones first. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (!isNode(value)) return []
  return [value, ...Object.values(value).flatMap(nodesOf)]
}

/** The text of a literal; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateLiteral' && (node['quasis'] as Node[]).length === 1) return textOf((node['quasis'] as Node[])[0])
  return node.type === 'TemplateElement' ? (node['value'] as { cooked: string }).cooked : undefined
}

/** What a node is called, where it is a name or a literal. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return typeof node['name'] === 'string' ? node['name'] : (textOf(node) ?? '')
}

/** The line of a node in its file, from 1. */
export const lineOf = ({ code }: Source, { start }: Node): number => code.slice(0, start).split('\n').length
