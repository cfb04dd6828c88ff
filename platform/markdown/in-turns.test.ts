import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurns } from './in-turns.ts'

/** After how many turns of others each of these texts was taken. */
async function turnsBefore(lengths: readonly number[]): Promise<number[]> {
  let turns = 0
  const other = setInterval(() => {}, 1_000)
  const count = (): void => {
    turns += 1
    setImmediate(count).unref()
  }
  setImmediate(count).unref()
  const before = await inTurns(
    lengths,
    (length) => length,
    () => turns,
  )
  clearInterval(other)
  return before
}

test('between large texts others have their turn, between small ones they need not', async () => {
  assert.deepEqual(await turnsBefore([100, 200, 300]), [0, 0, 0])
  const [first, second, third] = await turnsBefore([60_000, 60_000, 10])
  assert.equal(first, 0)
  assert.ok(second! > 0 && third! > second!)
})
