import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Baton, startBaton } from '#app/testing/harness.ts'
import { sendScheduled } from '#features/asks/commands/send-scheduled.ts'
import { openDatabase } from '#platform/sql/database.ts'

/** Sends what is due on a connection all of whose statements fail from the n-th on: what a process leaves behind that is gone. Whether it came that far. */
async function dieAt(baton: Baton, steps: number): Promise<boolean> {
  let left = steps
  const { db, close } = openDatabase(
    { connectionString: baton.databaseUrl },
    {
      size: 2,
      onStatement: () => {
        left -= 1
        if (left < 0) throw Object.assign(new Error('the process is gone'), { code: 'ECONNRESET' })
      },
    },
  )
  const now = baton.clock.now()
  await sendScheduled({ db, workspaceId: 1, now, due: now }).catch(() => {})
  await close()
  return left < 0
}

test('a worker that dies between any two steps of sending sends each thing once, whole', async (t) => {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Exports', body: 'They stop.' })).body
  const asks = [{ to: 'ben', verb: 'answer', text: 'Shall we?' }]
  let steps = 0
  for (let died = true; died; steps += 1) {
    const sendAt = baton.clock.now().add({ minutes: 10 }).toString()
    const body = `After ${steps} steps, @ben?`
    const { status } = await baton.call(ann, 'POST', `/threads/${number}/posts`, { body, asks, sendAt })
    assert.equal(status, 201)
    baton.clock.set(sendAt)
    died = await dieAt(baton, steps)
    await baton.settle()
    const sent = await baton.db.selectFrom('posts').select('id').where('body', '=', body).execute()
    assert.equal(sent.length, 1, `after ${steps} steps`)
    const made = await baton.db
      .selectFrom('asks')
      .select('id')
      .where('post_id', '=', sent[0]?.id ?? '')
      .execute()
    assert.equal(made.length, 1, `the ask of what was sent after ${steps} steps`)
  }
  assert.ok(steps > 10, `only ${steps} steps were tried`)
  assert.deepEqual((await baton.call(ann, 'GET', '/scheduled')).body.items, [])
})
