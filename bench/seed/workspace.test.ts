import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { indexPeople } from '#features/search/commands/index-people.ts'
import { indexPosts } from '#features/search/commands/index-posts.ts'
import { indexSpaces } from '#features/search/commands/index-spaces.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { seed } from './workspace.ts'

const said: string[] = []
let database: Awaited<ReturnType<typeof testDatabase>>

before(async () => {
  database = await testDatabase()
  await seed(database.url, { people: 30, posts: 600 }, (line) => said.push(line))
})
after(() => database.close())

const rowsOf = async (text: string): Promise<unknown[]> => (await database.pool.query<object>(text)).rows

test('a seeded workspace has the size that was wished for, and says so', async () => {
  const counts = `select (select count(*) from people) as people, (select count(*) from posts) as posts, (select count(*) from threads) as threads,
    (select count(*) from asks) as asks, (select count(*) from spaces) as spaces, (select count(*) from calendars) as calendars`
  assert.deepEqual(await rowsOf(counts), [{ people: 30, posts: 600, threads: 36, asks: 180, spaces: 6, calendars: 30 }])
  assert.match(said.join('\n'), /^600 posts in 36 threads \(.* s\)$/m)
})

test('posts stand in their threads without gaps, and each thread knows its last', async () => {
  const wrong = `select number from threads where last_seq <> (select count(*) from posts where thread_id = threads.id)
    or last_seq <> (select max(seq) from posts where thread_id = threads.id)
    or opened_by <> (select author_id from posts where thread_id = threads.id and seq = 1)`
  assert.deepEqual(await rowsOf(wrong), [])
})

test('what search finds is what Baton itself would have written', async () => {
  const entries = 'select id, type, space_id, thread_id, author_id, words::text, happened_at::text from search_entries order by id'
  const seeded = await rowsOf(entries)
  assert.equal(seeded.length, 636)
  const idsOf = async (table: string): Promise<string[]> =>
    (await database.pool.query<{ id: string }>(`select id from ${table}`)).rows.map(({ id }) => id)
  await database.pool.query('delete from search_entries')
  const [threadIds, postIds, personIds, spaceIds] = [
    await idsOf('threads'),
    await idsOf('posts'),
    await idsOf('people'),
    await idsOf('spaces'),
  ]
  await database.db.transaction().execute(async (tx) => {
    await indexPosts(tx, 1, { threadIds, postIds })
    await indexPeople(tx, 1, personIds)
    await indexSpaces(tx, 1, spaceIds)
  })
  assert.deepEqual(seeded, await rowsOf(entries))
})
