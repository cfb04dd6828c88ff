import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { streamsOf } from './streams.ts'

const PASSWORD = 'seven quiet lanterns'

interface Newcomer {
  readonly name: string
  readonly email: string
}

// Everybody keeps the hours they begin with: Monday to Friday 09:00 to 17:00, deliveries at the start and at 16:00.
// In November Lisbon is on UTC, Bengaluru 5.5 hours ahead, São Paulo 3 behind.
test('three people begin by page; an ask at 19:00 in Lisbon is read in Bengaluru at the start of their day, and its answer in Lisbon at the start of the next', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z', mail: true })
  const mailsTo = (email: string) => baton.mails.filter(({ to }) => to.includes(email))

  const lena = await open({ timeZone: 'Europe/Lisbon' })
  await lena.goto('/setup')
  await lena.getByLabel('Name of your team or company').fill('Halyard')
  await describeSelf(lena, { name: 'Lena Costa', email: 'lena@halyard.example' })
  assert.equal(await lena.getByLabel('Where you are').inputValue(), 'Lisbon', 'the browser knows')
  await lena.getByRole('button', { name: 'Begin' }).click()
  await saveHours(lena)
  await makeSpace(lena, 'Reports')

  const arjun = await open({ timeZone: 'Asia/Kolkata' })
  await join(arjun, await inviteLink(lena), { name: 'Arjun Rao', email: 'arjun@halyard.example' })
  await saveHours(arjun)
  const john = await open({ timeZone: 'America/Sao_Paulo' })
  await join(john, await inviteLink(lena), { name: 'John Prado', email: 'john@halyard.example' })
  await saveHours(john)
  await baton.settle()

  await move('2026-11-23T19:00:00Z')
  await lena.goto('/threads/new')
  await lena.getByLabel('Title').fill('Column order in exports')
  await lena.getByRole('textbox', { name: 'What it is about' }).fill('The accountants sort by the third column.')
  await lena.getByRole('button', { name: 'Add an ask' }).click()
  await lena.getByLabel('Of whom').fill('arjun')
  await lena.getByLabel('The ask in one sentence').fill('Does a streamed export keep the saved column order?')
  await lena.getByLabel('Needed by').selectOption({ label: 'in 1 working day' })
  await lena.getByText('Arjun reads this Tue 09:00 their time, in 9 h; answer due Wed 17:00 their time.', { exact: true }).waitFor()
  await lena.getByRole('button', { name: 'Open thread' }).click()
  await lena.getByRole('heading', { level: 1, name: 'Column order in exports' }).waitFor()
  await baton.settle()

  for (const at of ['2026-11-24T01:00:00Z', '2026-11-24T03:29:00Z']) {
    await move(at)
    await arjun.goto('/inbox')
    await arjun.getByText('Nothing waits for you').waitFor()
    const streams = streamsOf(arjun.context())
    await arjun.goto('/')
    await arjun.getByText('Nothing needs you today').first().waitFor()
    await streams.answered(1)
    assert.equal(mailsTo('arjun@halyard.example').length, 0, at)
  }

  await move('2026-11-24T03:30:00Z')
  assert.deepEqual(
    mailsTo('arjun@halyard.example').map(({ headers }) => headers.get('subject')),
    ['09:00 delivery: 1 new ask'],
  )
  // Today was left open, and learns of it by itself.
  await arjun.getByRole('link', { name: 'Does a streamed export keep the saved column order?' }).waitFor()
  await arjun.goto('/inbox')
  await arjun.getByText('Lena Costa asks you to answer').waitFor()
  await arjun.getByRole('link', { name: 'Column order in exports' }).click()
  await arjun.getByRole('button', { name: 'Answer', exact: true }).first().click()
  await arjun.getByLabel('Your answer').getByRole('textbox').fill('It does, by the order saved last.')
  await arjun
    .getByLabel('Your answer')
    .getByRole('button', { name: /^Answer(?! with)/ })
    .click()
  await arjun.getByRole('article').getByText('Answered today 09:00').waitFor()
  await baton.settle()

  await lena.goto('/inbox')
  await lena.getByText('Nothing waits for you').waitFor()
  await move('2026-11-24T09:00:00Z')
  assert.equal(mailsTo('lena@halyard.example').at(-1)?.headers.get('subject'), '09:00 delivery: 1 answer')
  await lena.goto('/inbox')
  await lena.getByText('Arjun Rao answered you').waitFor()
  await lena.getByRole('link', { name: 'Column order in exports' }).click()
  await lena.getByText('It does, by the order saved last.').waitFor()
  await lena.getByRole('article').getByText('Answered today 03:30').waitFor()

  await john.goto('/')
  await john.getByText('Nothing needs you today').first().waitFor()
  assert.equal(mailsTo('john@halyard.example').length, 0, 'nothing of it concerns São Paulo')
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

async function describeSelf(page: Page, { name, email }: Newcomer): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
}

async function saveHours(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'My hours' }).waitFor()
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Your hours are saved').waitFor()
}

async function makeSpace(page: Page, name: string): Promise<void> {
  await page.goto('/spaces')
  await page.getByRole('button', { name: 'New space' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make the space' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The path of a fresh invitation, as its maker hands it on. */
async function inviteLink(page: Page): Promise<string> {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('checkbox', { name: 'Reports' }).check()
  await page.getByRole('button', { name: 'Make the link' }).click()
  return new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname
}

async function join(page: Page, link: string, newcomer: Newcomer): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Join Halyard' }).waitFor()
  await describeSelf(page, newcomer)
  await page.getByRole('button', { name: 'Join' }).click()
}
