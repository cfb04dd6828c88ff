import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { mutantsOf } from './mutants.ts'
import { isNoticed } from './try-mutant.ts'

const faultsIn = (code: string): string[] => mutantsOf('rule.ts', code).map((mutant) => mutant.code)

test('each fault is one small change: of an operator, a condition, a value, a method', () => {
  assert.deepEqual(faultsIn('a < b'), ['a <= b'])
  assert.deepEqual(faultsIn('x = a && !b'), ['x = a || !b', 'x = a && b'])
  assert.deepEqual(faultsIn('if (late) go()'), ['if (true) go()', 'if (false) go()'])
  assert.deepEqual(faultsIn('x = a ? b : c'), ['x = true ? b : c', 'x = false ? b : c'])
  assert.deepEqual(faultsIn('x = [7, true]'), ['x = [8, true]', 'x = [7, false]'])
  assert.deepEqual(faultsIn('days.filter(isFree).some(isLong)'), ['days.some(isLong)', 'days.filter(isFree).every(isLong)'])
})

test('types, imports and what is thrown stay as they are', () => {
  assert.deepEqual(faultsIn(`import { a } from './a.ts'\ntype Hour = 9 | 17\nconst b: Hour = c as 9\nthrow wrong(7)`), [])
})

test('a fault is noticed by a test that fails or never ends, and by no other', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-mutation-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [file, own] = [join(folder, 'rule.ts'), join(folder, 'rule.test.ts')]
  const rule = 'export function first(from: number): number {\n  while (from % 4 !== 0) from += 1\n  return from\n}\n'
  writeFileSync(file, rule)
  writeFileSync(
    own,
    `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\nimport { first } from './rule.ts'\ntest('first', () => assert.equal(first(6), 8))\n`,
  )
  const tried = async (was: string, is: string): Promise<boolean> =>
    isNoticed({ file, tests: [own], code: rule.replace(was, is), patience: 10_000 })
  assert.equal(await tried('% 4', '% 5'), true)
  assert.equal(await tried('!== 0', '!== 8'), true, 'it goes round for ever')
  assert.equal(await tried('% 4', '% 8'), false)
})
