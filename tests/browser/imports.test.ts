import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipOf } from '#platform/testing/zip-of.ts'
import { openBaton } from './browser.ts'

const message = (text: string, second: number) => ({ type: 'message', user: 'U1', text, ts: `${1_597_194_613 + second}.000001` })
const archive = zipOf({
  'users.json': JSON.stringify([{ id: 'U1', name: 'bo', real_name: 'Bo Lind' }]),
  'channels.json': JSON.stringify([{ id: 'C1', name: 'exports', members: ['U1'] }]),
  'exports/2020-08-12.json': JSON.stringify([
    message('Lunch?', 0),
    message('At noon', 60),
    { ...message('joined', 90), subtype: 'channel_join' },
  ]),
  'exports/2020-08-13.json': '[{"type":',
})
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer })

test('an administrator sends an export, sees what came of it, stops one and lets it go on', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Imports' }).click()
  await page.getByText('Nothing was brought in yet.').waitFor()
  await page.getByLabel('The zip file, as Slack made it').setInputFiles(file('team.zip', archive))
  await page.getByText('waiting').waitFor()
  await page.getByRole('button', { name: 'Stop team.zip' }).click()
  await page.getByText('stopped', { exact: true }).waitFor()
  await baton.settle()
  assert.equal((await baton.db.selectFrom('posts').select('id').execute()).length, 0)
  await page.getByRole('button', { name: 'Resume team.zip' }).click()
  await page.getByRole('button', { name: 'Stop team.zip' }).waitFor()
  await baton.settle()
  await page.getByText('Added 1 person, 1 space, 1 thread and 2 posts.').waitFor()
  await page.getByText('2 left out').click()
  await page.getByText('exports/2020-08-13.json: it ends in the middle').waitFor()
  await page.goto('/spaces/exports')
  await page.getByText('12 August 2020: Lunch?').click()
  await page.getByText('At noon').waitFor()
  assert.deepEqual(complaints, [])
})

test('an archive of something else says so; who does not administer finds a closed door', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  const bo = await baton.person({ handle: 'bo' })
  const page = await open({ as: ann })
  await page.goto('/admin/imports')
  await page.getByLabel('The zip file, as Slack made it').setInputFiles(file('holiday.zip', zipOf({ 'beach.jpg': 'sand' })))
  await page.getByText('waiting').waitFor()
  await baton.settle()
  await page.getByText('This is not a Slack export').waitFor()
  const other = await open({ as: bo })
  await other.goto('/admin/imports')
  await other.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await other.getByLabel('The zip file, as Slack made it').count(), 0)
})
