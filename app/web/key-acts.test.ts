import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { areKeys, fixedKeys, keyActs as known } from '#features/people/rules/keys.ts'
import { keyActs } from './key-acts.ts'

const offered = keyActs.flatMap(({ acts }) => Object.keys(acts))

test('the server keeps keys for every act that is offered, each of which has keys that it takes', () => {
  assert.deepEqual(offered, known)
  assert.deepEqual(
    known.filter((act) => !areKeys(act)),
    [],
  )
})

test('every key that does something can be changed in the settings, or is one of those that stay', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const sources = globSync('{app,features,ui}/**/*.{ts,tsx}', { cwd: root }).map((path) => readFileSync(`${root}${path}`, 'utf8'))
  const calls = sources.flatMap((source) => [...source.matchAll(/useShortcut\(([^{]*?), \{/g)].map((match) => match[1] ?? ''))
  const used = calls.flatMap(
    (call) =>
      call
        .match(/'[^']+'/g)
        ?.at(-1)
        ?.slice(1, -1) ?? [],
  )
  const known = [...offered, ...fixedKeys]
  assert.ok(used.length > 20, `${used.length} were found`)
  assert.deepEqual(
    [...new Set(used)].filter((act) => !known.includes(act)),
    [],
  )
  assert.deepEqual(
    known.filter((act) => !used.includes(act)),
    [],
    'and nothing is offered that does nothing',
  )
})
