import { type Node, type Source, isNode, nameOf, textOf } from './sources.ts'

export interface Catalogue {
  readonly name: string
  readonly source: Source
  readonly texts: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  /** Where in its file the texts stand. */
  readonly from: number
  readonly to: number
}

/** Every catalogue of texts. */
export function cataloguesOf(sources: readonly Source[]): Catalogue[] {
  return sources.flatMap((source) =>
    source.nodes
      .filter((node) => node.type === 'CallExpression' && nameOf(node['callee']) === 'defineTexts')
      .map((node) => catalogueOf(source, node)),
  )
}

function catalogueOf(source: Source, call: Node): Catalogue {
  const [name, given] = call['arguments'] as Node[]
  const object = given?.type === 'Identifier' ? valueOf(source, nameOf(given)) : given
  if (!object || textOf(name) === undefined) throw new Error(`A catalogue of ${source.file} cannot be read.`)
  const texts = Object.fromEntries(entriesOf(object).map(([key, value]) => [key, textOf(value) ?? formsOf(value)]))
  return { name: textOf(name) ?? '', source, texts, from: object.start, to: object['end'] as number }
}

const formsOf = (object: Node): Record<string, string> =>
  Object.fromEntries(entriesOf(object).map(([form, value]) => [form, textOf(value) ?? '']))

function entriesOf(object: Node): [string, Node][] {
  const bare = object.type.startsWith('TS') && isNode(object['expression']) ? object['expression'] : object
  return ((bare['properties'] ?? []) as Node[]).map((property) => [nameOf(property['key']), property['value'] as Node])
}

function valueOf({ nodes }: Source, name: string): Node | undefined {
  const found = nodes.find((node) => node.type === 'VariableDeclarator' && nameOf(node['id']) === name)?.['init']
  return isNode(found) ? found : undefined
}
