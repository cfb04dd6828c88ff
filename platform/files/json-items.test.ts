import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jsonItems } from './json-items.ts'

async function itemsOf(text: string, size = 7): Promise<unknown[]> {
  const bytes = Buffer.from(text)
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
  }
  const items: unknown[] = []
  for await (const item of jsonItems(chunks())) items.push(JSON.parse(item))
  return items
}

test('the items of any list come one by one, wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(undefined, 2),
      async (list, size, indent) => {
        assert.deepEqual(await itemsOf(JSON.stringify(list, null, indent), size), JSON.parse(JSON.stringify(list)))
      },
    ),
    { numRuns: 300 },
  )
  assert.deepEqual(await itemsOf('\uFEFF [1, "]" ]'), [1, ']'])
})

test('what is no list, or none that ends, says so', async () => {
  await assert.rejects(itemsOf('{"a":1}'), { message: 'it is no list' })
  await assert.rejects(itemsOf(''), { message: 'it is empty' })
  await assert.rejects(itemsOf('[{"a":1},{"a'), { message: 'it ends in the middle' })
  await assert.rejects(itemsOf(`["${'x'.repeat(5_000_000)}"]`, 65_536), { message: 'one of its items is larger than 4 MB' })
})
