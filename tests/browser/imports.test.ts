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
  const german = await open({ as: ann, locale: 'de-DE' })
  await german.goto('/admin/imports')
  await german.getByText('2 ausgelassen').click()
  await german.getByText('Dateien, die nicht lesbar sind: 1').waitFor()
  await german.getByText('exports/2020-08-13.json: sie bricht mittendrin ab').waitFor()
  await german.getByText('Hinweise auf Beitritte, Austritte und Änderungen eines Kanals: 1').waitFor()
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
  await other.getByText('Owners and admins administer the workspace').waitFor()
  assert.equal(await other.getByLabel('The zip file, as Slack made it').count(), 0)
})

test('of very many channels and members each is found: spaces and members go on, and a thread begins where it was meant to', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  const three = (place: number): string => String(place).padStart(3, '0')
  const users = Array.from({ length: 105 }, (_, place) => ({
    id: `U${place}`,
    name: `person-${three(place)}`,
    real_name: `Person ${three(place)}`,
  }))
  const channels = Array.from({ length: 105 }, (_, place) => ({
    id: `C${place}`,
    name: `channel-${three(place)}`,
    members: users.map(({ id }) => id),
  }))
  const many = zipOf({ 'users.json': JSON.stringify(users), 'channels.json': JSON.stringify(channels) })
  assert.equal((await baton.upload(ann, '/imports?kind=slack', many)).status, 201)
  await baton.settle()
  const page = await open({ as: ann })
  await page.goto('/spaces')
  await page.getByRole('link', { name: 'channel-000', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByRole('link', { name: 'channel-104', exact: true }).click()
  await page
    .getByRole('tab', { name: /Members/ })
    .or(page.getByRole('link', { name: /Members/ }))
    .first()
    .click()
  await page.getByRole('link', { name: 'Person 000' }).waitFor()
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByRole('link', { name: 'Person 104' }).waitFor()
  await page.goto('/threads/new?space=channel-104')
  await page.getByRole('option', { name: 'channel-104', exact: true }).waitFor({ state: 'attached' })
  assert.equal(await page.getByLabel('Space', { exact: true }).inputValue(), 'channel-104')
  assert.deepEqual(complaints, [])
})
