import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

/** Every page that shows what the server says, and something that stands on it then. */
const pages = [
  { path: '/', shows: 'Tuesday 17 November' },
  { path: '/inbox', shows: 'Monica Grant asks you' },
  { path: '/catch-up', shows: 'You have not been away lately' },
  { path: '/direct', shows: 'with Ann Mori' },
  { path: '/saved', shows: 'Saved' },
  { path: '/spaces', shows: 'Reports' },
  { path: '/spaces/reports', shows: 'Export stops at 10,000 rows' },
  { path: '/threads/1', shows: 'Since last Monday three customers' },
  { path: '/drafts', shows: 'Nothing is waiting to be sent' },
  { path: '/people', shows: 'Kenji Sato' },
  { path: '/people/ann', shows: 'Ann Mori' },
  { path: '/rotations', shows: 'Platform rotation' },
  { path: '/rotations/platform-duty', shows: 'Platform rotation' },
  { path: '/settings', shows: 'Make a token' },
  { path: '/settings/interruptions', shows: 'There is no such month yet.' },
  { path: '/settings/hours', shows: 'Save my hours' },
  { path: '/settings/push', shows: 'Pushes are on nowhere.' },
  { path: '/settings/sign-in', shows: 'Signed in by password' },
  { path: '/search?q=export', shows: 'looks complete' },
  { path: '/admin', shows: 'Kenji Sato' },
  { path: '/admin/settings', shows: 'Exchanges before a thread speaks up' },
  { path: '/admin/mails', shows: 'There is nothing here.' },
  { path: '/admin/audit', shows: 'Invitation accepted' },
  { path: '/admin/imports', shows: 'Nothing was brought in yet' },
]

const unwell = {
  type: 'about:blank',
  title: 'Something failed',
  status: 500,
  detail: 'Something failed here, and is in the log. Try again.',
  code: 'server.failed',
}

test('every page says what failed and what to do, and comes when the server is well again', { timeout: 300_000 }, async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/help')
  const failed: string[] = []
  for (const { path, shows } of pages) {
    const well = await breakServer(page)
    await page.goto(path)
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' }).first()
    const said = await again.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    )
    await well()
    if (!said) {
      failed.push(`${path} says nothing`)
      continue
    }
    await again.click()
    const came = await page
      .getByText(shows)
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: 20_000 })
      .then(
        () => true,
        () => false,
      )
    if (!came) failed.push(`${path} does not come again`)
  }
  assert.deepEqual(failed, [])
})

/** Lets the server answer every reading of this page with a failure, who is signed in aside; returns what ends that. */
async function breakServer(page: Page): Promise<() => Promise<void>> {
  const all = /\/api\/v1\/(?!live|me$)/
  await page.route(all, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(unwell) })
      : route.continue(),
  )
  return () => page.unroute(all)
}
