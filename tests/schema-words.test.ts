import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { type Baton, startBaton } from '#app/testing/harness.ts'
import { words } from '#platform/contract/words.ts'
import { readerAt } from '#platform/mail/translations.ts'
import { languages } from '#platform/text/languages.ts'
import { writtenFor } from '#platform/text/reader.ts'
import { saidInCode, type SchemaWords, wordsIn } from '../tools/testing/schema-words.ts'
import { nodesOf, readSources, type Source } from '../tools/testing/sources.ts'

let baton: Baton

before(async () => {
  baton = await startBaton()
})
after(() => baton.close())

/** Whether it is said otherwise in each language. */
function isTranslated({ say }: SchemaWords): boolean {
  if (say === null) return false
  const said = languages.map((language) => writtenFor(readerAt([language]), say))
  return new Set(said).size === languages.length
}

test('what a schema of a contract says of its own is said in every language', () => {
  const { endpoints } = baton.app
  const all = endpoints.flatMap(({ name, query, body }) => wordsIn([query, body]).map((said) => ({ name, ...said })))
  assert.ok(endpoints.length > 80 && all.length > 80, `${endpoints.length} ${all.length}`)
  assert.deepEqual(
    all.filter((said) => !isTranslated(said)).map(({ name, english }) => `${name}: ${english}`),
    [],
  )
})

test('no contract says in its own code what it refuses', () => {
  const contracts = readSources().filter(({ file }) => /^(features\/[^/]+\/contract(\.ts|\/)|platform\/contract\/shapes\.ts)/.test(file))
  assert.ok(contracts.length > 30)
  assert.deepEqual(contracts.flatMap(saidInCode), [])
})

test('these checks find English wherever a schema may hold it', () => {
  const english = (schema: z.ZodType): string[] => wordsIn(schema).flatMap((said) => (isTranslated(said) ? [] : [said.english]))
  const within = z.strictObject({ list: z.array(z.string().max(3, 'Too long')).optional() }).refine(() => true, { message: 'Not so' })
  assert.deepEqual(english(within).toSorted(), ['Not so', 'Too long'])
  assert.deepEqual(english(z.union([z.literal('a'), z.record(z.string().regex(/a/, 'No key'), z.int('No number'))], 'Neither')), [
    'Neither',
    'No key',
    'No number',
  ])
  assert.deepEqual(
    english(
      z.string().min(
        1,
        words(() => 'Words in the code'),
      ),
    ),
    ['Words in the code'],
  )
  const issue = node('CallExpression', {
    callee: node('MemberExpression', { property: node('Identifier', { name: 'addIssue' }) }),
    arguments: [node('Property', { key: node('Identifier', { name: 'message' }) })],
  })
  const literal = node('ArrowFunctionExpression', { body: node('Literal', { value: 'Not so' }) })
  assert.deepEqual(saidInCode({ file: 'contract.ts', code: '', nodes: nodesOf([issue, literal]) } satisfies Source), [
    'contract.ts:1',
    'contract.ts:1',
  ])
})

const node = (type: string, parts: object) => ({ type, start: 0, ...parts })
