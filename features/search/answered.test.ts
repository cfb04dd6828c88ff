import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { likenessQuery, tellingWords } from './rules/likeness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let gus: Someone
const numbers: Record<string, number> = {}

const ok = (answer: Answer, status = 200): Answer['body'] => {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  return answer.body
}
async function open(by: Someone, name: string, thread: object): Promise<Answer['body']> {
  const made = ok(await baton.call(by, 'POST', '/threads', { space: 'ops', ...thread }), 201)
  numbers[name] = made.number
  return made
}
const answered = async (who: Someone, q: string, more = ''): Promise<Answer['body'][]> =>
  ok(await baton.call(who, 'GET', `/search/answered?q=${encodeURIComponent(q)}${more}`)).items as Answer['body'][]
const names = async (who: Someone, q: string): Promise<string[]> =>
  (await answered(who, q)).map(({ number }) => Object.keys(numbers).find((name) => numbers[name] === number) ?? '')

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Ode' })
  ok(await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' }), 201)
  ok(await baton.call(ann, 'POST', '/spaces', { slug: 'clients', name: 'Clients' }), 201)
  ok(await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' }), 201)
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['clients'] })
  await open(ann, 'rows', { kind: 'question', title: 'Export stops at 10,000 rows', body: 'Nothing tells customers.' })
  ok(await baton.call(ann, 'POST', `/threads/${numbers['rows']}/conclude`, { body: 'Streamed since **Thursday**; no limit of rows.' }))
  await open(ann, 'open', { title: 'Export of rows in colour', body: 'Shall we?' })
  const asked = await open(ann, 'order', {
    title: 'Column order of an export',
    body: 'People save an order of columns.',
    asks: [{ to: 'ben', verb: 'answer', text: 'Is the column order kept?' }],
  })
  ok(await baton.call(ben, 'POST', `/asks/${asked.asks[0].id}/answer`, { body: 'Kept, as it was saved.' }))
  await open(ben, 'secret', { space: 'vault', title: 'Export of rows, the secret way', body: 'Customers' })
  ok(await baton.call(ben, 'POST', `/threads/${numbers['secret']}/conclude`, { body: 'Never.' }))
  await open(ann, 'client', { space: 'clients', title: 'Invoices are late', body: 'Which invoices?' })
  ok(await baton.call(ann, 'POST', `/threads/${numbers['client']}/conclude`, { body: 'Sent on the first.' }))
  await baton.settle()
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

test('what came to an outcome is found by words it shares, with how that begins', async () => {
  const [first] = await answered(ann, 'Why does my export stop after some rows? Customers complain.')
  assert.deepEqual(
    [first.number, first.title, first.state, first.excerpt, first.by.handle, first.space.slug, first.seq],
    [numbers['rows'], 'Export stops at 10,000 rows', 'concluded', 'Streamed since Thursday; no limit of rows.', 'ann', 'ops', null],
  )
})

test('an ask that was answered is found with its answer, though its thread goes on', async () => {
  const [first] = await answered(ann, 'Does a streamed export keep the column order?')
  assert.deepEqual(
    [first.number, first.state, first.excerpt, first.by.handle, first.seq],
    [numbers['order'], 'open', 'Kept, as it was saved.', 'ben', 2],
  )
})

test('the likest comes first; what is only open, or shares one word of many, does not come', async () => {
  assert.deepEqual(await names(ann, 'export rows column order saved'), ['order', 'rows'])
  assert.deepEqual(await names(ann, 'Colour of the export rows'), ['rows'])
  assert.deepEqual(await names(ann, 'export of the printed ledger in four colours for clients'), [])
  assert.deepEqual(await names(ann, 'Where do we have lunch?'), [])
  assert.deepEqual(await names(ann, 'what is it that we do about this'), [])
  assert.deepEqual(await names(ann, ''), [])
  assert.deepEqual(await names(ann, 'invoices?'), ['client'])
})

test('what one may not see is not found, nor what was reopened or taken away', async () => {
  assert.deepEqual(await names(ben, 'secret export rows'), ['secret', 'rows'])
  assert.deepEqual(await names(ann, 'secret export rows'), ['rows'])
  assert.deepEqual(await names(gus, 'export rows column order'), [])
  assert.deepEqual(await names(gus, 'late invoices'), ['client'])
  ok(await baton.call(ann, 'POST', `/threads/${numbers['client']}/reopen`, { reason: 'Late again' }))
  assert.deepEqual(await names(gus, 'late invoices'), [])
  const posts = ok(await baton.call(ben, 'GET', `/threads/${numbers['order']}/posts`)).items
  ok(await baton.call(ben, 'DELETE', `/posts/${posts[1].id}`))
  assert.deepEqual(await names(ann, 'column order saved'), [])
})

test('in any script, and of whatever is typed nothing breaks it', async () => {
  await open(ann, 'tokyo', { title: '東京のサーバーが止まる', body: 'エクスポートの途中です。' })
  ok(await baton.call(ann, 'POST', `/threads/${numbers['tokyo']}/conclude`, { body: '再起動しました。' }))
  await baton.settle()
  assert.deepEqual(await names(ann, '東京のサーバーはなぜ止まる？'), ['tokyo'])
  for (const q of ["'; drop table x", ':*', '& | !', '§', "'§=thread'", '\\', 'a'.repeat(2_000), '"in:ops" is:open', "l'été d'où qu'il"])
    await answered(ann, q)
  assert.equal((await baton.call(ann, 'GET', `/search/answered?q=${'a'.repeat(2_001)}`)).status, 422)
})

test('the words that tell come from the beginning, without those that everybody writes', () => {
  assert.deepEqual(tellingWords('Why does the export stop at 10 rows, and who knows? The export!'), ['export', 'stop', 'rows', 'knows'])
  assert.equal(tellingWords(Array.from({ length: 40 }, (_, place) => `word${place}`).join(' ')).length, 8)
  assert.equal(likenessQuery(['a', 'b', 'c']), "'§=thread' & (('§a' & ('§b' | '§c')) | ('§b' & ('§c')))")
  assert.equal(likenessQuery(['a']), "'§=thread' & ('§a')")
})

test('many that are alike take as many statements as few', async () => {
  await sql`
    insert into search_entries (workspace_id, id, type, space_id, thread_id, author_id, words, happened_at)
    select 1, gen_random_uuid(), 'thread', e.space_id, e.thread_id, e.author_id, e.words, e.happened_at
    from search_entries e join threads t on t.id = e.thread_id, generate_series(1, 400) where t.number = ${numbers['rows']} and e.type = 'thread'
  `.execute(baton.db)
  const few = await baton.statements(() => answered(ann, 'export rows', '&limit=1'))
  const many = await baton.statements(() => answered(ann, 'export rows', '&limit=5'))
  // Who asks, what is alike, and what is shown.
  assert.deepEqual([few.length, many.length], [3, 3])
})
