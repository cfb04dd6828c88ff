import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { listen } from '#platform/http/listen.ts'
import { freePort } from '#platform/testing/free-port.ts'
import { commands } from './commands.ts'
import { runCommandLine } from './run.ts'

// Monday 23 November, ten in Lisbon: everybody is working.
let baton: Baton
let ann: Someone
let ben: Someone
let url = ''
let folder = ''
let stop: () => Promise<void>

before(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  baton = await startBaton({ at: '2026-11-23T10:00:00Z', url })
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const listening = await listen(baton.app, { host: '127.0.0.1', port })
  stop = () => listening.stop(0)
  folder = await mkdtemp(join(tmpdir(), 'baton-cli-'))
})
after(async () => {
  await stop()
  assert.deepEqual(baton.faults, [])
  await baton.close()
  await rm(folder, { recursive: true })
})

async function typed(who: Someone | null, ...args: string[]): Promise<{ code: number; answered: string; remarked: string }> {
  const answers: string[] = []
  const remarks: string[] = []
  const env = { BATON_URL: url, ...(who && { BATON_TOKEN: who.token }) }
  const terminal = { env, version: '1', answer: (text: string) => answers.push(text), remark: (text: string) => remarks.push(text) }
  const code = await runCommandLine(args, commands, terminal)
  return { code, answered: answers.join('\n'), remarked: remarks.join('\n') }
}

test('an ask goes from one terminal to another and back: asked, listed when it has come, answered', async () => {
  const asked = await typed(ann, 'ask', 'ben', 'Which of the two drafts goes out?', '--space', 'ops', '--needed-by', '2d')
  assert.equal(asked.code, 0, asked.remarked)
  assert.doesNotMatch((await typed(ben, 'inbox')).answered, /drafts/)
  await baton.settle()
  baton.clock.set('2026-11-23T16:00:00Z')
  await baton.settle()
  const inbox = JSON.parse((await typed(ben, 'inbox', '--json')).answered)
  assert.match((await typed(ben, 'inbox')).answered, /Which of the two drafts goes out\?/)
  const answered = await typed(ben, 'answer', inbox.items[0].ask.id, 'The second.')
  assert.equal(answered.code, 0, answered.remarked)
  assert.match((await typed(ann, 'thread', String(inbox.items[0].number))).answered, /The second\./)
})

test('files go with a post; one that cannot be read, and one that is empty, say so and post nothing', async () => {
  const [notes, empty] = [join(folder, 'notes.txt'), join(folder, 'empty.txt')]
  await writeFile(notes, 'What we found.')
  await writeFile(empty, '')
  const posted = await typed(ben, 'post', '1', 'As text.', '--file', notes, '--json')
  assert.equal(posted.code, 0, posted.remarked)
  assert.deepEqual(
    JSON.parse(posted.answered).files.map(({ name, size }: { name: string; size: number }) => [name, size]),
    [['notes.txt', 14]],
  )
  assert.deepEqual(
    [
      (await typed(ben, 'post', '1', 'x', '--file', join(folder, 'nothing'))).code,
      (await typed(ben, 'post', '1', 'x', '--file', empty)).code,
    ],
    [2, 1],
  )
  assert.equal((await baton.call(ben, 'GET', '/threads/1')).body.postCount, 3)
})

test('without a token, with a wrong one, and without a server it ends with the code that says so', async () => {
  assert.equal((await typed(null, 'inbox')).code, 2)
  assert.equal((await typed({ ...ann, token: 'baton_nobody' }, 'inbox')).code, 1)
  assert.equal((await typed(ann, 'inbox', '--url', `http://127.0.0.1:${await freePort()}`)).code, 3)
})
