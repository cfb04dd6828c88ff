import type { TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import type { Baton, Someone } from '#app/testing/harness.ts'
import { type OpenBaton, openBaton } from './browser.ts'

const AT = '2026-11-23T12:00:00Z'

interface Told extends OpenBaton {
  readonly ann: Someone
  readonly ben: Someone
  readonly ask: string
}

/** Ann asks Ben in a thread, and he has it. */
export async function tellAsking(t: TestContext): Promise<Told> {
  const opened = await openBaton(t, { at: AT })
  const { baton } = opened
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Ito' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const asks = [{ to: 'ben', verb: 'answer', text: 'Which one?' }]
  const thread = await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    kind: 'discussion',
    title: 'Rollback',
    body: 'This or that.',
    asks,
  })
  await baton.settle()
  await baton.call(ben, 'POST', '/held/read', {})
  return { ...opened, ann, ben, ask: thread.body.asks[0].id }
}

/** Signs in on the page for that. */
export async function signIn(page: Page, handle: string): Promise<void> {
  await page.getByLabel('Email').fill(`${handle}@halyard.example`)
  await page.getByLabel('Password').fill('seven quiet lanterns')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
}

/** What stands in the thread. */
export async function bodies(baton: Baton, who: Someone): Promise<string[]> {
  return (await baton.call(who, 'GET', '/threads/1/posts')).body.items.map(({ body }: { body: string }) => body)
}
