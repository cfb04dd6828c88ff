import { dirname, join, relative } from 'node:path'
import type { Catalogue } from './catalogues.ts'
import { type Node, type Source, isNode, nameOf, root, textOf } from './sources.ts'

/** The texts of these catalogues, as `name key`, that nothing says. */
export function unspoken(catalogues: readonly Catalogue[], sources: readonly Source[]): string[] {
  const places = new Set(catalogues.map(({ source }) => source.file))
  // A key that is computed is made of words that stand somewhere else, such as states in a contract.
  const elsewhere = new Set(sources.filter(({ file }) => !places.has(file)).flatMap((source) => [...wordsOf(source).whole]))
  return catalogues.flatMap((catalogue) => {
    const speakers = sources.filter(
      ({ file, nodes }) => file === catalogue.source.file || importsOf(file, nodes).includes(catalogue.source.file),
    )
    const words = speakers.map((source) => wordsOf(source, source.file === catalogue.source.file ? catalogue : undefined))
    const isComputed = speakers.some((source) => computesKeys(source, voicesOf(source, catalogue)))
    const isSpoken = (key: string): boolean =>
      words.some(({ whole, begun }) => whole.has(key) || begun.some((beginning) => key.startsWith(beginning))) ||
      (isComputed && elsewhere.has(key))
    return Object.keys(catalogue.texts)
      .filter((key) => !isSpoken(key))
      .map((key) => `${catalogue.name} ${key}`)
  })
}

const importsOf = (file: string, nodes: readonly Node[]): string[] =>
  nodes.filter(({ type }) => type === 'ImportDeclaration' || type === 'ImportExpression').map((node) => importOf(file, node))

function importOf(file: string, node: Node): string {
  const from = textOf(node['source']) ?? ''
  return from.startsWith('#') ? from.slice(1) : relative(root, join(root, dirname(file), from))
}

/** What a catalogue is called where it is spoken: `t`, most of the time. */
function voicesOf({ file, nodes }: Source, { source }: Catalogue): Set<string> {
  if (file === source.file)
    return new Set(nodes.flatMap((node) => (node.type === 'VariableDeclarator' && isDefinition(node['init']) ? nameOf(node['id']) : [])))
  const taken = nodes.filter((node) => node.type === 'ImportDeclaration' && importOf(file, node) === source.file)
  return new Set(taken.flatMap((node) => (node['specifiers'] as Node[]).map((specifier) => nameOf(specifier['local']))))
}

const isDefinition = (node: unknown): boolean => isNode(node) && nameOf(node['callee']) === 'defineTexts'

interface Words {
  readonly whole: ReadonlySet<string>
  /** What a text begins with that goes on by a value. */
  readonly begun: readonly string[]
}

/** The literals and names of properties of a file, but for those of its catalogue. */
function wordsOf({ nodes }: Source, except?: Catalogue): Words {
  const outside = nodes.filter(({ start }) => !except || start < except.from || start >= except.to)
  const whole = outside.flatMap((node) => (node.type === 'Property' ? nameOf(node['key']) : (textOf(node) ?? [])))
  const begun = outside.flatMap((node) => (node.type === 'TemplateLiteral' ? (textOf((node['quasis'] as Node[])[0]) ?? []) : []))
  return { whole: new Set(whole), begun: begun.filter((text) => /^[\w.]+$/.test(text)) }
}

/** Whether a file says texts whose key it does not write down. */
function computesKeys({ nodes }: Source, voices: ReadonlySet<string>): boolean {
  return nodes.some((node) => {
    const [key] = (node['arguments'] ?? []) as Node[]
    return node.type === 'CallExpression' && key !== undefined && isVoice(node['callee'], voices) && !isWrittenDown(key)
  })
}

function isVoice(callee: unknown, voices: ReadonlySet<string>): boolean {
  if (!isNode(callee)) return false
  if (callee.type === 'MemberExpression') return nameOf(callee['property']) === 'parts' && isVoice(callee['object'], voices)
  return voices.has(nameOf(callee))
}

function isWrittenDown(key: Node): boolean {
  if (key.type === 'ConditionalExpression') return isWrittenDown(key['consequent'] as Node) && isWrittenDown(key['alternate'] as Node)
  return key.type === 'Literal' || key.type === 'TemplateLiteral'
}
