import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page, Worker } from 'playwright-core'
import type { Baton } from '#app/testing/harness.ts'
import { catchPushes, type Subscription } from '#platform/testing/push-catcher.ts'
import { openBaton } from './browser.ts'
import { pagesKept } from './kept.ts'

const AT = '2026-11-23T12:00:00Z'

// A browser without a screen shows no notification, grants none, and reaches no push service: what stands in for these is below.

test('pushes are off at first; a browser that has none, or refuses them, says so', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const without = await open({ as: ann })
  await without.goto('/settings')
  await without.getByRole('link', { name: 'Pushes' }).click()
  await without.getByText('This browser cannot show pushes from here.').waitFor()
  await without.getByRole('checkbox', { name: 'On this device', disabled: true }).waitFor()
  await without.context().close()

  const refusing = await installed(await open({ as: ann, installs: true }))
  await refusing.goto('/settings/push')
  await refusing.getByText('This browser refuses notifications from Baton.').waitFor()
  await refusing.getByRole('checkbox', { name: 'On this device', disabled: true }).waitFor()
  assert.deepEqual(complaints, [])
})

test('a browser whose push service cannot be reached says so, and pushes stay off', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann, installs: true })
  await page.addInitScript(grantNotifications)
  await installed(page)
  await page.goto('/settings/push')
  const here = page.getByRole('checkbox', { name: 'On this device' })
  await here.click()
  await page.getByText('The push service of this browser could not be reached.').waitFor()
  await page.getByRole('checkbox', { name: 'On this device', checked: false }).waitFor()
  assert.deepEqual((await baton.call(ann, 'GET', '/push')).body.devices, [])
})

test('turned on by one press, a delivery comes as one line, and signing out ends it', async (t) => {
  const { baton, page, service, ann, url, move, complaints } = await withService(t)
  const here = page.getByRole('checkbox', { name: 'On this device' })
  assert.equal(await here.isChecked(), false)
  await page.getByText('Pushes are on nowhere.').waitFor()
  await here.click()
  await page.getByText('None has come yet.').waitFor()
  await page.getByRole('checkbox', { name: 'On this device', checked: true }).waitFor()

  await mention(baton, 'Plans')
  await move('2026-11-23T16:00:00Z')
  assert.equal(service.pushes.length, 1)
  const worker = await withScreen(page)
  await deliver(page, { origin: url, data: service.pushes[0]?.text ?? '' })
  const options = { tag: 'delivery', data: '/', icon: '/icon-192.png', renotify: true }
  assert.deepEqual(await shown(worker), [{ title: '16:00 delivery: 1 post', ...options }])

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.waitForFunction(() => localStorage.getItem('test:push') === null)
  assert.deepEqual((await baton.call(ann, 'GET', '/push')).body.devices, [])
  assert.deepEqual(complaints, [])
})

test('devices are removed by a press, and a week without begins and ends by one', async (t) => {
  const { baton, page, ann, complaints } = await withService(t)
  const here = page.getByRole('checkbox', { name: 'On this device' })
  await here.click()
  await page.getByRole('button', { name: 'Pause for a week' }).click()
  await page.getByText('Paused until').waitFor()
  assert.equal((await baton.call(ann, 'GET', '/push')).body.pausedUntil, '2026-11-30T12:00:00Z')
  await page.getByRole('button', { name: 'Let them come again' }).click()
  await page.getByRole('button', { name: 'Pause for a week' }).waitFor()
  await page.getByRole('button', { name: /^Remove / }).click()
  await page.getByText('Pushes are on nowhere.').waitFor()
  await page.waitForFunction(() => localStorage.getItem('test:push') === null)
  await page.getByRole('checkbox', { name: 'On this device', checked: false }).waitFor()
  await here.click()
  await page.getByText('None has come yet.').waitFor()
  await here.click()
  await page.getByText('Pushes are on nowhere.').waitFor()
  assert.deepEqual((await baton.call(ann, 'GET', '/push')).body.devices, [])
  assert.deepEqual(complaints, [])
})

test('a line leads where it says, in the window that is there', async (t) => {
  const { baton, page } = await withService(t)
  await mention(baton, 'Plans')
  const worker = await withScreen(page)
  await worker.evaluate(() => {
    const press = Object.assign(new Event('notificationclick'), {
      notification: { data: '/threads/1', close: () => {} },
      // Only a press of a person may bring a window forward.
      waitUntil: (work: Promise<unknown>) => void work.catch(() => null),
    })
    globalThis.dispatchEvent(press)
  })
  await page.waitForURL('**/threads/1')
  await page.getByRole('heading', { name: 'Plans' }).waitFor()
})

test('when a browser changes its address by itself, its device moves there, without a window', async (t) => {
  const { baton, page, service, ann, move } = await withService(t)
  await page.getByRole('checkbox', { name: 'On this device' }).click()
  await page.getByText('None has come yet.').waitFor()
  const [worker] = page.context().serviceWorkers()
  assert.ok(worker)
  await page.goto('about:blank')
  const added = (await baton.call(ann, 'GET', '/push')).body.devices
  const endpoints = async (): Promise<string[]> =>
    (await baton.db.selectFrom('push_devices').select('endpoint').execute()).map(({ endpoint }) => endpoint)

  const given = service.device('given')
  await worker.evaluate(changeAddress, { made: given, key: null })
  assert.deepEqual(await endpoints(), [given.endpoint])
  // Some only say that it is gone: the worker takes pushes anew, of the same server.
  const taken = service.device('taken')
  const key = await worker.evaluate(changeAddress, { made: taken, key: 'of the server' })
  assert.equal(key, 'of the server')
  assert.deepEqual(await endpoints(), [taken.endpoint])
  assert.equal((await baton.call(ann, 'GET', '/push')).body.devices.length, added.length)

  await mention(baton, 'Plans')
  await move('2026-11-23T16:00:00Z')
  assert.deepEqual(
    service.pushes.map(({ device }) => device),
    ['taken'],
  )
  assert.deepEqual(baton.faults, [])
})

async function installed(page: Page): Promise<Page> {
  await page.goto('/')
  await pagesKept(page)
  return page
}

/** Where Ann chooses devices, in a browser that has the push service of the test for its own. */
async function withService(t: TestContext) {
  const [opened, service] = await Promise.all([openBaton(t, { at: AT }), catchPushes()])
  t.after(() => service.close())
  const ann = await opened.baton.setup()
  const page = await opened.open({ as: ann, installs: true })
  await page.addInitScript(grantNotifications)
  await page.addInitScript(takePushes, service.device('browser'))
  await installed(page)
  await page.goto('/settings/push')
  return { ...opened, service, ann, page }
}

function grantNotifications(): void {
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
  Notification.requestPermission = async () => 'granted'
}

function takePushes(address: Subscription): void {
  const made = {
    toJSON: () => address,
    unsubscribe: async () => {
      localStorage.removeItem('test:push')
      return true
    },
  }
  Object.assign(PushManager.prototype, {
    subscribe: async () => {
      localStorage.setItem('test:push', 'on')
      return made
    },
    getSubscription: async () => (localStorage.getItem('test:push') === null ? null : made),
  })
}

/** Tells the worker that its address has changed: with the new one, or with the key for which it takes one. Answers the key for which it took it. */
async function changeAddress({ made, key }: { made: Subscription; key: string | null }): Promise<string | null> {
  const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
  const subscription = { toJSON: () => made }
  let takenFor: string | null = null
  const subscribe = async ({ applicationServerKey }: { applicationServerKey: string }): Promise<object> => {
    takenFor = applicationServerKey
    return subscription
  }
  Object.assign(registration.pushManager, { subscribe })
  const works: Promise<unknown>[] = []
  const change = Object.assign(new Event('pushsubscriptionchange'), {
    oldSubscription: key === null ? null : { options: { applicationServerKey: key } },
    newSubscription: key === null ? subscription : null,
    waitUntil: (work: Promise<unknown>) => void works.push(work),
  })
  globalThis.dispatchEvent(change)
  await Promise.all(works)
  return takenFor
}

/** The page’s worker, with a screen to show notifications on. */
async function withScreen(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers()
  assert.ok(worker)
  await worker.evaluate(() => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
    const screen: object[] = []
    const showNotification = async (title: string, options: object): Promise<void> => void screen.push({ title, ...options })
    Object.assign(globalThis, { screen })
    Object.assign(registration, { showNotification })
  })
  return worker
}

const shown = (worker: Worker): Promise<object[]> =>
  worker.evaluate(async () => {
    const { screen } = globalThis as unknown as { screen: object[] }
    while (screen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    return screen
  })

async function mention(baton: Baton, title: string): Promise<void> {
  const bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
  await baton.call(bo, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.call(bo, 'POST', '/threads', { space: 'ops', kind: 'discussion', title, body: 'And @ann?' })
  await baton.settle()
}

/** Hands a push to the worker, as the browser does when its push service brings it. */
async function deliver(page: Page, { origin, data }: { origin: string; data: string }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => first && resolve(first.registrationId)),
  )
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data })
}
