import assert from 'node:assert/strict'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { freePort } from '#platform/testing/free-port.ts'
import { catchMails } from '#platform/testing/mail-catcher.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { type Finding, examine } from './doctor.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder = ''

before(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'baton-doctor-'))
})
after(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

async function found(subject: string, env: Record<string, string>): Promise<Omit<Finding, 'subject'>[]> {
  const findings = await examine({ BATON_DATA_DIR: folder, DATABASE_URL: database.url, ...env })
  return findings.filter((finding) => finding.subject === subject).map(({ good, says }) => ({ good, says }))
}

test('a mail server is asked whether it takes mails; one that is not there is said to be wrong, without its password', async () => {
  const server = await catchMails()
  assert.equal((await found('mail', { SMTP_URL: server.url }))[0]?.good, true)
  await server.close()
  const [away] = await found('mail', { SMTP_URL: `smtp://ann:secret@127.0.0.1:${await freePort()}` })
  assert.equal(away?.good, false)
  assert.match(away.says, /^127\.0\.0\.1:\d+ does not take mails: /)
  assert.doesNotMatch(away.says, /secret/)
})

test('nothing is made where nothing is yet', async () => {
  const nowhere = join(folder, 'nowhere')
  const env = { BATON_DATA_DIR: nowhere, DATABASE_URL: '' }
  assert.deepEqual(await found('database', env), [{ good: true, says: 'none yet; the first start makes it' }])
  assert.deepEqual(await found('data folder', env), [{ good: true, says: `${nowhere} is not there yet; the first start makes it` }])
  await assert.rejects(access(nowhere))
})

test('an older schema is left as it is, a newer one and a database that is away are wrong', async (t) => {
  const { rows } = await database.pool.query<{ name: string; applied_at: Date }>('select name, applied_at from migrations order by name')
  const last = rows.at(-1)
  assert.ok(last)
  t.after(async () => {
    await database.pool.query('delete from migrations where name = $1', ['9999-later.sql'])
    await database.pool.query('insert into migrations (name) values ($1) on conflict do nothing', [last.name])
  })
  await database.pool.query('delete from migrations where name = $1', [last.name])
  const [older] = await found('database', {})
  assert.deepEqual([older?.good, /schema of an older Baton/.test(older?.says ?? '')], [true, true])
  assert.equal((await database.pool.query('select from migrations where name = $1', [last.name])).rowCount, 0)
  await database.pool.query('insert into migrations (name) values ($1), ($2)', [last.name, '9999-later.sql'])
  const [newer] = await found('database', {})
  assert.deepEqual([newer?.good, /newer Baton/.test(newer?.says ?? '')], [false, true])
  const away = await found('database', { DATABASE_URL: `postgresql://baton@127.0.0.1:${await freePort()}/baton` })
  assert.deepEqual(
    away.map(({ good }) => good),
    [false],
  )
})
