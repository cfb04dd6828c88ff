import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'
import { pagesKept } from './kept.ts'

// A Tuesday night in Lisbon.
test('an outage at 03:00 reaches exactly the one person on shift, who takes it', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: '2026-11-23T10:00:00Z', mail: true })
  const ann = await baton.setup({ handle: 'ann', name: 'Ann Mori' })
  const cy = await baton.person({ handle: 'cy', name: 'Cy Duarte' })
  const others = [await baton.person({ handle: 'bo', name: 'Bo Lind' }), await baton.person({ handle: 'dee', name: 'Dee Osei' })]
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(cy, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await baton.call(cy, 'PUT', '/rotations/pager/members/dee')
  await baton.settle()

  const desk = await open({ as: cy })
  await desk.goto('/rotations/pager')
  await desk.getByRole('button', { name: 'Add a shift' }).click()
  await desk.getByLabel('From').fill('2026-11-23T18:00')
  await desk.getByLabel('Until').fill('2026-11-24T18:00')
  await desk.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
  await desk.getByText('Layer 1, today 18:00 to tomorrow 18:00').waitFor()
  await desk.getByText(/gaps? in these two weeks/).waitFor()
  assert.equal((await baton.call(ann, 'PATCH', '/spaces/ops', { rotation: 'pager' })).status, 200)

  await move('2026-11-24T03:00:00Z')
  const sent = baton.mails.length
  const page = await open({ as: ann })
  await page.goto('/threads/new?space=ops&to=bo')
  await page.getByLabel('Title').fill('Sign-in is down')
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Nobody can sign in since ten to three.')
  await page.getByLabel('Urgent, at once').check()
  await page.getByLabel(/Why it cannot wait/).fill('Customers are locked out')
  await page.getByText('This interrupts Cy Duarte now off hours, on call for Pager, where it is 03:00.').waitFor()
  await page.getByRole('button', { name: 'Open thread' }).click()
  await page.waitForURL(/threads\/1$/)
  await baton.settle()
  assert.deepEqual(
    baton.mails.slice(sent).map(({ to }) => to.join()),
    ['cy@halyard.example'],
  )
  await page.reload()
  await page.getByText('Paged Cy Duarte 03:00; pages again 03:05 unless somebody acknowledges it').waitFor()

  const bed = await open({ as: cy, width: 390, installs: true })
  await bed.goto('/inbox')
  await bed.getByText('Ann Mori needs whoever is on call now').waitFor()
  await bed.goto('/threads/1')
  const acknowledge = bed.getByRole('button', { name: 'Acknowledge' })
  await acknowledge.waitFor()
  await pagesKept(bed)
  await bed.context().setOffline(true)
  await acknowledge.click()
  await bed.getByText('You acknowledge it. Sends when online; until then others are paged.').waitFor()
  assert.equal(await acknowledge.count(), 0)
  await bed.context().setOffline(false)
  await bed.getByText('In hand with Cy Duarte').waitFor()
  await bed.getByText('Did this have to interrupt you?').waitFor()
  await bed.getByRole('button', { name: 'Yes', exact: true }).click()
  await bed.getByText('Of 1 interruption you judged in 90 days, 1 had to be.').waitFor()

  await move('2026-11-24T03:30:00Z')
  assert.equal(baton.mails.length, sent + 1, 'nobody else is woken')
  for (const other of others) assert.deepEqual((await baton.call(other, 'GET', '/inbox')).body.items, [], other.handle)
  assert.deepEqual(
    complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  )
})

test('a shift that is offered stands in the inbox, and is accepted there by keyboard or finger', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup({ handle: 'ann', name: 'Ann Mori' })
  const cy = await baton.person({ handle: 'cy', name: 'Cy Duarte' })
  await baton.call(ann, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await baton.call(ann, 'PUT', '/rotations/pager/members/cy')
  for (const [day, note] of [
    ['26', 'My sister marries.'],
    ['27', 'And the day after.'],
  ]) {
    const turn = { person: 'ann', start: `2026-11-${day}T08:00:00Z`, end: `2026-11-${day}T20:00:00Z` }
    const { body } = await baton.call(ann, 'POST', '/rotations/pager/shifts', turn)
    assert.equal((await baton.call(ann, 'POST', `/shifts/${body.id}/swaps`, { to: 'cy', note })).status, 201)
  }
  await baton.settle()
  const page = await open({ as: cy })
  await page.goto('/')
  await page.getByText('Shifts offered').waitFor()
  await move('2026-11-23T16:00:00Z')
  await page.goto('/inbox')
  const row = page.getByRole('article').filter({ hasText: 'My sister marries.' })
  await row.getByText('Ann Mori offers you a shift').waitFor()
  await row.getByText('Thu 08:00 to Thu 20:00').waitFor()
  await row.getByRole('button', { name: 'Accept' }).press('Enter')
  await page.getByText('The shift has changed hands.').waitFor()
  await row.waitFor({ state: 'detached' })

  const phone = await open({ as: cy, width: 390 })
  await phone.goto('/inbox')
  await phone.getByText('And the day after.').waitFor()
  await phone.getByRole('button', { name: 'Decline' }).click()
  await phone.getByText('Nothing waits for you').waitFor()

  await move('2026-11-24T09:00:00Z')
  const desk = await open({ as: ann })
  await desk.goto('/inbox')
  await desk.getByText('Cy Duarte declined your offer of a shift').waitFor()
  await desk.getByText('Cy Duarte accepted your offer of a shift').waitFor()
  await desk.getByRole('link', { name: 'Pager' }).first().click()
  await desk.waitForURL(/rotations\/pager$/)
  assert.deepEqual(complaints, [])
})

test('a space can have any rotation, also one behind the first hundred', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup({ handle: 'ann', name: 'Ann Mori' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const slugs = Array.from({ length: 101 }, (_, index) => `duty-${String(index).padStart(3, '0')}`)
  for (const slug of slugs) assert.equal((await baton.call(ann, 'POST', '/rotations', { slug, name: slug })).status, 201)
  const page = await open({ as: ann })
  await page.goto('/spaces/ops')
  await page.getByRole('button', { name: 'Change this space' }).click()
  const rotation = page.getByRole('dialog').getByLabel('On call for it')
  await rotation.locator('option', { hasText: 'duty-100' }).waitFor({ state: 'attached' })
  await rotation.selectOption('duty-100')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.equal((await baton.call(ann, 'GET', '/spaces/ops')).body.rotation, 'duty-100')
})
