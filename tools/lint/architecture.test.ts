import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { misplaced, objection, uses } from './architecture.js'

type Import = [file: string, imports: string, typeOnly?: boolean]

const allowed: Import[] = [
  ['app/server.ts', '#features/asks/routes.ts'],
  ['app/web/main.tsx', '#features/asks/web/ask-card.tsx'],
  ['features/asks/routes.ts', './commands/answer-ask.ts'],
  ['features/asks/routes/threads.ts', '../queries/get-thread.ts'],
  ['features/asks/commands/answer-ask.ts', '#platform/sql/transact.ts'],
  ['features/asks/commands/answer-ask.ts', '#features/threads/commands/add-post.ts'],
  ['features/asks/queries/get-thread.ts', '#features/threads/queries/get-thread.ts'],
  ['features/asks/queries/list-asks.ts', '#features/availability/rules/plan.ts'],
  ['features/asks/access.ts', '#features/spaces/access.ts'],
  ['features/asks/policy.ts', '#platform/context.ts', true],
  ['features/asks/web/ask-card.tsx', '../contract/ask.ts'],
  ['features/asks/web/ask-card.tsx', '#ui/button.tsx'],
  ['features/asks/web/ask-card.tsx', '#features/people/web/avatar.tsx'],
  ['features/spaces/notices.ts', '#features/availability/rules/notice.ts', true],
  ['features/inbox/notices.ts', '#features/asks/notices.ts'],
  ['features/delivery/mail/digest.ts', '../queries/waiting-items.ts', true],
  ['features/transfer/commands/import-slack.ts', '#features/search/commands/index-posts.ts'],
  ['features/asks/asks.test.ts', '#app/testing/harness.ts'],
  ['platform/http/handle.ts', '../contract/endpoint.ts'],
  ['ui/time-of-day.tsx', '#platform/text/format-time.ts'],
]

const refused: Import[] = [
  ['app/server.ts', '#features/asks/web/ask-card.tsx'],
  ['app/web/main.tsx', '#features/asks/commands/answer-ask.ts'],
  ['app/web/main.tsx', '#platform/sql/transact.ts'],
  ['features/asks/web/ask-card.tsx', '../access.ts'],
  ['features/asks/web/ask-card.tsx', '#platform/sql/transact.ts'],
  ['features/asks/web/ask-card.tsx', 'kysely'],
  ['features/asks/rules.ts', 'kysely'],
  ['features/asks/rules/schedule.ts', '../access.ts'],
  ['features/asks/policy.ts', '#platform/context.ts'],
  ['features/asks/contract.ts', '#platform/sql/database.ts', true],
  ['features/asks/routes.ts', '#platform/sql/transact.ts'],
  ['features/asks/routes.ts', './access.ts'],
  ['features/asks/queries/list-asks.ts', '../commands/answer-ask.ts'],
  ['features/asks/access.ts', './queries/list-asks.ts'],
  ['features/asks/commands/answer-ask.ts', './../routes.ts'],
  ['features/asks/commands/answer-ask.ts', '#features/threads/routes.ts'],
  ['features/asks/commands/answer-ask.ts', '#features/inbox/access.ts'],
  ['features/asks/commands/answer-ask.ts', '#platform/postgres/start-postgres.ts'],
  ['features/threads/commands/add-post.ts', '#features/inbox/commands/write-items.ts'],
  ['features/threads/commands/add-post.ts', '#features/asks/events.ts'],
  ['features/spaces/notices.ts', '#features/availability/rules/notice.ts'],
  ['features/people/commands/add-person.ts', '#features/workspace/commands/claim-name.ts'],
  ['features/inbox/commands/write-items.ts', '#features/delivery/jobs.ts'],
  ['features/delivery/mail/digest.ts', '../queries/waiting-items.ts'],
  ['platform/http/handle.ts', '#features/asks/contract.ts'],
  ['platform/contract/endpoint.ts', '#platform/sql/database.ts'],
  ['platform/sql/database.ts', '#platform/testing/database.ts'],
  ['ui/button.tsx', '#features/asks/contract.ts'],
  ['ui/button.tsx', '#platform/contract/client.ts'],
  ['ui/button.tsx', '@tanstack/router'],
]

const places = [
  'features/asks/contract.ts',
  'features/asks/contract/ask.ts',
  'features/asks/access/threads.ts',
  'features/asks/commands/answer-ask.ts',
  'features/asks/mail/digest.ts',
  'features/asks/web/ask-card.tsx',
  'features/asks/web/composer/preview.tsx',
  'features/asks/asks.test.ts',
  'features/asks/rules/schedule.test.ts',
  'platform/http/handle.ts',
  'app/cli/run.ts',
  'vite.config.ts',
]

const noPlaces = [
  'features/asks/model.ts',
  'features/asks/answer-ask.ts',
  'features/asks/commands/open/answer-ask.ts',
  'features/asks/rules/deep/schedule.ts',
  'features/asks/policy.tsx',
  'features/kudos/contract.ts',
  'server/start.ts',
  'main.ts',
]

test('imports that the architecture names are allowed', () => {
  for (const [file, imports, typeOnly] of allowed) assert.equal(objection(file, imports, typeOnly), null, `${file} → ${imports}`)
})

test('imports that it does not name are refused', () => {
  for (const [file, imports, typeOnly] of refused) assert.notEqual(objection(file, imports, typeOnly), null, `${file} → ${imports}`)
})

test('what a feature offers and whom it may use are refused with the reason', () => {
  assert.equal(objection('features/threads/access.ts', '#features/asks/access.ts'), 'threads may not use asks')
  assert.equal(objection('features/asks/jobs.ts', '#features/threads/jobs.ts'), 'features/threads/jobs.ts is private to threads')
})

test('a feature folder holds its vocabulary and nothing else', () => {
  for (const file of places) assert.equal(misplaced(file), null, file)
  for (const file of noPlaces) assert.notEqual(misplaced(file), null, file)
})

test('features use each other in one direction', () => {
  const names = Object.keys(uses)
  for (const [index, name] of names.entries()) {
    const before = names.slice(0, index)
    assert.deepEqual(
      uses[name]?.filter((used) => !before.includes(used)),
      [],
      `${name} may only use what stands before it`,
    )
  }
})

test('every feature folder is named by the architecture', () => {
  const folders = readdirSync(new URL('../../features/', import.meta.url))
  assert.ok(folders.length > 5)
  assert.deepEqual(
    folders.filter((folder) => !Object.hasOwn(uses, folder)),
    [],
  )
})
