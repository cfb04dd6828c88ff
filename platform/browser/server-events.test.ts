import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ServerEvent, serverEvents } from './server-events.ts'

const read = async (...pieces: readonly string[]): Promise<ServerEvent[]> => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (stream) => {
      for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece))
      stream.close()
    },
  })
  return Array.fromAsync(serverEvents(body))
}

test('events are told one by one, each with the id that holds then', async () => {
  assert.deepEqual(await read('id: 7\ndata: {"keys":["inbox"]}\n\ndata: more\n\n'), [
    { id: '7', data: '{"keys":["inbox"]}' },
    { id: '7', data: 'more' },
  ])
})

test('an event that comes in pieces is told once it is whole, and what is cut off is not told', async () => {
  assert.deepEqual(await read('id: 1', '2\nda', 'ta: é\n', '\nid: 13\ndata: half'), [{ id: '12', data: 'é' }])
})

test('what only keeps the stream open has no data, and may set the id', async () => {
  assert.deepEqual(await read('retry: 2000\nid: 4\n: open\n\n', ': still here\n\n'), [
    { id: '4', data: '' },
    { id: '4', data: '' },
  ])
})

test('data of several lines stays together', async () => {
  assert.deepEqual(await read('data: one\ndata: two\n\n'), [{ id: '', data: 'one\ntwo' }])
})
