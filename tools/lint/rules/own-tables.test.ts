import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedTables, tableObjection } from './own-tables.js'

const changes: [sql: string, tables: string[]][] = [
  ['insert into posts (id) values (?)', ['posts']],
  ['INSERT INTO "posts" select 1', ['posts']],
  ['update posts p set body = ? where p.id = ?', ['posts']],
  ['update only public.posts as p\n set body = ?', ['posts']],
  ['delete from posts where id = ?', ['posts']],
  ['truncate table posts', ['posts']],
  ['merge into posts using given on true', ['posts']],
  ['with gone as (delete from mentions where true returning 1) insert into posts select 1', ['posts', 'mentions']],
  ['insert into ? (id) values (1)', ['?']],
  ['update ? set body = 1', ['?']],
]

const reads = [
  'select * from posts where id = ? for update of posts',
  'select 1 from posts for no key update',
  'insert_into_posts',
  'Update your hours before you leave.',
  '-- insert into posts\nselect 1',
]

test('the tables that a statement changes are read from its text', () => {
  for (const [sql, tables] of changes) assert.deepEqual(changedTables(sql).toSorted(), tables.toSorted(), sql)
})

test('a statement that only reads or locks changes nothing', () => {
  for (const sql of reads) assert.deepEqual(changedTables(sql), [], sql)
})

test('what an insert does on conflict is no second table', () => {
  assert.deepEqual(changedTables('insert into posts (id) values (1) on conflict (id) do update set body = excluded.body'), ['posts'])
})

test('a table is changed by commands of its owner', () => {
  assert.equal(tableObjection('features/threads/commands/add-post.ts', 'posts'), null)
  assert.equal(tableObjection('platform/events/record.ts', 'events'), null)
  assert.match(tableObjection('features/asks/commands/answer-ask.ts', 'posts') ?? '', /does not own posts; call a command of threads/)
  assert.match(tableObjection('features/threads/queries/get-thread.ts', 'posts') ?? '', /only commands write/)
  assert.match(tableObjection('platform/http/once.ts', 'posts') ?? '', /platform does not own posts/)
  assert.match(tableObjection('app/serve.ts', 'events') ?? '', /not here/)
  assert.match(tableObjection('features/threads/commands/add-post.ts', '?') ?? '', /stands in the statement/)
  assert.match(tableObjection('features/threads/commands/add-post.ts', 'kudos') ?? '', /tools\/lint\/tables\.js/)
})

test('a counter is lent to whoever numbers things by it', () => {
  assert.equal(tableObjection('features/threads/commands/open-thread.ts', 'counters'), null)
  assert.notEqual(tableObjection('features/asks/commands/add-asks.ts', 'counters'), null)
})
