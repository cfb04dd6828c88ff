import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { upload } from '#app/testing/uploading.ts'
import type { Baton, Someone } from '#app/testing/harness.ts'
import { type OpenBaton, openBaton } from './browser.ts'
import { LEAVE_BEGINS, LEAVE_ENDS, tellLeave } from './leave.ts'
import { HALYARD_BEGINS, HALYARD_NOW, tellHalyard } from './halyard.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** All that differs between the themes. */
const COLOURS = ['color-contrast', 'link-in-text-block']
// As high as a page: what lies beneath a bar at its foot is not judged by that.
const sizes = [
  { width: 1440, height: 3_000 },
  { width: 390, height: 5_000 },
]
const NARROWEST = { width: 320, height: 700 }
/** What 1440 px are at 200 %. */
const ENLARGED = { width: 720, height: 450 }

declare global {
  interface Window {
    /** Put into each page that is looked at. */
    axe: typeof axe
  }
}

interface Screen {
  readonly name: string
  readonly path: string
  /** Stands on it once all of it has come. */
  readonly shows: string | RegExp
  /** What is done to it first. */
  readonly first?: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const keys = (key: string) => (page: Page) => page.keyboard.press(key)

/** A key that means the first ask of Today: once there is one. */
const onAsk = (key: string) => async (page: Page) => {
  await page.locator('.ask.is-sel').waitFor()
  await page.keyboard.press(key)
}

/** A key that means a thread: once all of it has come. */
const onThread = (key: string) => async (page: Page) => {
  await page.getByText('The mobile share sheet').waitFor()
  await page.keyboard.press(key)
}

/** What a menu of a post offers: the last one in it, of its ask where it has one. */
const inPost = (index: number, choice: string) => async (page: Page) => {
  await page.getByRole('article').nth(index).getByRole('button', { name: 'More' }).last().click()
  await page.getByRole('menuitem', { name: choice, exact: true }).click()
}

/** What the menu of a thread offers. */
const ofThread = (choice: string) => async (page: Page) => {
  await page.locator('.bar').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: choice, exact: true }).click()
}

const answerWith = (index: number) => async (page: Page) => {
  await page.getByRole('article').nth(index).getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'Take as the answer', exact: true }).click()
}

async function chooseAnswer(page: Page): Promise<void> {
  await page.locator('.inask').filter({ hasText: 'the notice' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Take a post as the answer', exact: true }).click()
}

const filled: Screen[] = [
  { name: 'Today', path: '/', shows: 'Extend Delmar Bakery’s free plan' },
  { name: 'Today, passing an ask', path: '/', shows: 'Who should have this ask?', first: onAsk('p') },
  { name: 'Today, proposing another time', path: '/', shows: 'When can this be needed by?', first: onAsk('n') },
  { name: 'Inbox', path: '/inbox', shows: 'Monica Grant asks you to do something' },
  { name: 'Spaces', path: '/spaces', shows: 'What belongs to design.' },
  { name: 'Spaces, making one', path: '/spaces', shows: 'What belongs here.', first: press('New space') },
  { name: 'Space', path: '/spaces/reports', shows: /^\d+ of 24 hours have somebody of Reports/ },
  {
    name: 'Space, members',
    path: '/spaces/reports',
    shows: 'Tunde Bello',
    first: (page) => page.getByRole('tab', { name: 'Members' }).click(),
  },
  { name: 'Thread', path: '/threads/1', shows: 'The mobile share sheet' },
  { name: 'Thread, answering', path: '/threads/1', shows: 'Cancel', first: onThread('a') },
  { name: 'Thread, writing the outcome', path: '/threads/1', shows: 'Keep draft', first: onThread('o') },
  {
    name: 'Thread, its menu',
    path: '/threads/1',
    shows: 'Copy link to this post',
    first: (page) => page.getByRole('article').getByRole('button', { name: 'More' }).first().click(),
  },
  { name: 'Thread, declining an ask', path: '/threads/1', shows: 'Decline this ask?', first: inPost(3, 'Decline') },
  { name: 'Thread, editing a post', path: '/threads/1', shows: 'Save', first: inPost(1, 'Edit') },
  { name: 'Thread, deleting a post', path: '/threads/1', shows: 'Delete this post?', first: inPost(1, 'Delete') },
  { name: 'Thread, as long as texts get', path: '/threads/6', shows: 'does not fit' },
  { name: 'New thread', path: '/threads/new', shows: 'Nobody is asked' },
  { name: 'New thread with an ask', path: '/threads/new', shows: /reads this/, first: askArjun },
  { name: 'New thread, coached', path: '/threads/new', shows: 'Make it an ask of Kenji', first: questionTo('kenji') },
  {
    name: 'New thread, what was answered already',
    path: '/threads/new',
    shows: 'Link to it',
    first: questionOf('empty state scheduled reports'),
  },
  { name: 'New thread, later', path: '/threads/new', shows: 'Tomorrow morning', first: press('Choose when it leaves') },
  { name: 'New thread, at another moment', path: '/threads/new', shows: 'Use this moment', first: anotherMoment },
  {
    name: 'Thread, answering with a link',
    path: '/threads/1',
    shows: 'Look for the thread or post that answers it.',
    first: async (page) => {
      await onThread('a')(page)
      await press('Answer with a link')(page)
    },
  },
  { name: 'Drafts', path: '/drafts', shows: 'Leaves later' },
  { name: 'Drafts, changing what leaves later', path: '/drafts', shows: 'Leaves at', first: press('Change') },
  { name: 'People', path: '/people', shows: 'Kenji Sato' },
  { name: 'Person', path: '/people/ann', shows: 'Ann Mori' },
  { name: 'Oneself', path: '/people/john', shows: 'John Prado' },
  { name: 'Rotations', path: '/rotations', shows: 'Platform rotation' },
  { name: 'Rotations, making one', path: '/rotations', shows: 'When it is called.', first: press('New rotation') },
  { name: 'Rotation', path: '/rotations/platform-duty', shows: 'Somebody has to be there for the school run.' },
  { name: 'Rotation, adding a shift', path: '/rotations/platform-duty', shows: 'Layer 1 is paged first.', first: press('Add a shift') },
  { name: 'Rotation, planning weeks', path: '/rotations/platform-duty', shows: 'Each has a week', first: press('Plan weeks') },
  { name: 'Rotation, handing over', path: '/rotations/platform-duty', shows: 'Who has this shift from now on?', first: handOver },
  { name: 'Incident', path: '/threads/8', shows: 'Sylvia Costa acknowledged it' },
  { name: 'Settings', path: '/settings', shows: 'Sign out' },
  { name: 'Settings, inviting', path: '/settings', shows: 'Spaces they join', first: press('Invite somebody') },
  { name: 'Settings, making a token', path: '/settings', shows: 'What it may do', first: press('Make a token') },
  { name: 'Interruptions', path: '/settings/interruptions', shows: 'There is no such month yet.' },
  { name: 'My hours', path: '/settings/hours', shows: 'Save my hours' },
  { name: 'My hours by date', path: '/settings/hours', shows: 'This week', first: (page) => page.getByText('By date').click() },
  { name: 'Imports', path: '/admin/imports', shows: /Nothing was brought in yet|This is for owners/ },
  { name: 'Search', path: '/search?q=export', shows: 'Reports, by Ann Mori' },
  { name: 'Search by operators', path: '/search?q=in:nowhere label:x', shows: 'there is no space by that name' },
  {
    name: 'Search, completing',
    path: '/search',
    shows: 'up to the beginning of',
    first: (page) => page.getByRole('combobox', { name: 'Search for' }).pressSequentially('export bef'),
  },
  { name: 'Search, before anything is looked for', path: '/search', shows: 'Opened last' },
  { name: 'The palette', path: '/threads/1', shows: 'Say how it is with me now', first: keys('Control+k') },
  { name: 'How it is with me now', path: '/people/john#now', shows: 'Others see it before they ask you.' },
  { name: 'Help', path: '/help', shows: 'Ten minutes, in this order.' },
  { name: 'Help, another chapter', path: '/help/finding', shows: 'words side by side' },
  { name: 'All keys', path: '/', shows: 'Keys that work here', first: keys('?') },
  { name: 'An address without anything', path: '/nothing/here', shows: 'There is nothing here' },
]

/** What is done with what was written. */
const written: Screen[] = [
  { name: 'Thread, choosing a reaction', path: '/threads/1', shows: 'thumbs up', first: press('React') },
  { name: 'Thread, splitting it', path: '/threads/1', shows: 'Which posts go', first: inPost(1, 'Split the thread from here') },
  { name: 'Thread, taking a post as the answer', path: '/threads/1', shows: 'Which ask does this post answer?', first: answerWith(1) },
  { name: 'Thread, choosing what answers an ask', path: '/threads/1', shows: 'Which post answers this ask?', first: chooseAnswer },
  { name: 'Thread, at the post that a link names', path: '/threads/1?post=3', shows: 'Delmar runs its export' },
  { name: 'Thread that was split', path: '/threads/9', shows: 'John Prado took 2 posts' },
  { name: 'Thread that was split off, with reactions', path: '/threads/10', shows: 'Split from' },
  { name: 'Direct thread', path: '/threads/7', shows: 'Only you and Ann Mori' },
  {
    name: 'Direct thread, going on in a space',
    path: '/threads/7',
    shows: 'What others need to know',
    first: ofThread('Go on in a space'),
  },
  { name: 'Direct', path: '/direct', shows: 'with Ann Mori' },
  { name: 'Saved', path: '/saved', shows: 'Let go' },
  { name: 'New thread, directly', path: '/threads/new?direct=ann', shows: 'Only they see' },
]

const signingAndAdministration: Screen[] = [
  { name: 'Pushes', path: '/settings/push', shows: 'Pushes are on nowhere.' },
  { name: 'Sign-in and sessions', path: '/settings/sign-in', shows: 'Signed in by password' },
  { name: 'Sign-in, turning the second factor on', path: '/settings/sign-in', shows: 'Or type this secret', first: press('Turn it on') },
  { name: 'Administration, people', path: '/admin', shows: 'Kenji Sato' },
  { name: 'Administration, one person', path: '/admin', shows: 'Sessions and tokens end at once', first: press('Manage Kenji Sato') },
  { name: 'Administration, settings', path: '/admin/settings', shows: 'Exchanges before a thread speaks up' },
  { name: 'Administration, mails', path: '/admin/mails', shows: 'There is nothing here.' },
  { name: 'Administration, audit log', path: '/admin/audit', shows: 'Invitation accepted' },
]

const ask = (page: Page): Promise<void> => page.getByRole('textbox', { name: 'What it is about' }).fill('The ledger.')

/** What stands where somebody is away, was, or covers, and where a shift is to change hands. */
const leaving: Screen[] = [
  {
    name: 'Today, back from an absence, with what can be taken',
    path: '/',
    shows: 'Dan Wiśniewski-Featherstonehaugh is away, and you cover.',
  },
  { name: 'After an absence', path: '/catch-up', shows: 'Ann Mori asked. Cleo Diaz answered it' },
  { name: 'Inbox, with shifts that are offered', path: '/inbox', shows: 'Cleo Diaz offers you a shift' },
  { name: 'Person who is away', path: '/people/dan', shows: 'Away until Mon 7 Dec.' },
  { name: 'People, of whom one is away', path: '/people', shows: 'Covered by' },
  { name: 'New thread, to somebody away', path: '/threads/new?space=ops&to=dan', shows: 'Ask Ops instead', first: ask },
  { name: 'New thread, to a space', path: '/threads/new?space=ops&to=ops', shows: /^Of \d in Ops/, first: ask },
]

const empty: Screen[] = [
  { name: 'After no absence', path: '/catch-up', shows: 'You have not been away lately' },
  { name: 'Rotations', path: '/rotations', shows: 'There is no rotation yet' },
  { name: 'No such rotation', path: '/rotations/nowhere', shows: 'All rotations' },
  { name: 'Today', path: '/', shows: 'Nothing needs you today' },
  { name: 'Inbox', path: '/inbox', shows: 'Nothing waits for you' },
  { name: 'Direct', path: '/direct', shows: 'No direct thread yet' },
  { name: 'Saved', path: '/saved', shows: 'Nothing is saved' },
  { name: 'Spaces', path: '/spaces', shows: 'There is no space yet' },
  { name: 'New thread without a space', path: '/threads/new', shows: 'Go to spaces' },
  { name: 'Drafts', path: '/drafts', shows: 'Nothing is waiting to be sent' },
  { name: 'People', path: '/people', shows: 'Ann Mori' },
  { name: 'Settings', path: '/settings', shows: 'No invitation is waiting.' },
  { name: 'My hours', path: '/settings/hours', shows: 'Save them once they are yours' },
  { name: 'Search', path: '/search', shows: 'Search' },
  { name: 'Search that finds nothing', path: '/search?q=zeppelin', shows: 'Search' },
  { name: 'After an absence there was none', path: '/catch-up', shows: 'You have not been away lately' },
  { name: 'No such chapter', path: '/help/nowhere', shows: 'There is no such chapter' },
  { name: 'No such thread', path: '/threads/99', shows: 'All spaces' },
  { name: 'No such space', path: '/spaces/nowhere', shows: 'All spaces' },
]

test('every screen of a busy workspace is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  assert.equal(baton.clock.now().toString(), HALYARD_NOW)
  await baton.call(john, 'POST', '/threads/1/posts', { body: 'The failing test, tomorrow.', sendAt: '2026-11-18T00:00:00Z' })
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await lookAt(t, { page, screens: filled, complaints })
})

test('every screen of working with what was written is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  await tellApart(baton, john)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await lookAt(t, { page, screens: written, complaints })
})

test('every screen of sign-in and administration is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await lookAt(t, { page, screens: signingAndAdministration, complaints })
})

test('every screen of leave and cover is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: LEAVE_BEGINS })
  const { ben } = await tellLeave(baton)
  assert.equal(baton.clock.now().toString(), LEAVE_ENDS)
  const page = await open({ as: ben })
  await lookAt(t, { page, screens: leaving, complaints })
})

test('every screen of an empty workspace is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-17T10:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await lookAt(t, { page, screens: empty, complaints })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await lookAt(t, { page, screens: [{ name: 'Space without threads', path: '/spaces/ops', shows: 'No thread here yet' }], complaints })
})

test('hours of every shape are whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-12-15T10:00:00Z' })
  const ann = await baton.setup()
  const hours = Array.from({ length: 12 }, (_, index): string[] => [
    `${String(index + 8).padStart(2, '0')}:00`,
    `${String(index + 8).padStart(2, '0')}:40`,
  ])
  const put = (calendar: object) => baton.call(ann, 'PUT', '/people/me/calendar', { timeZone: 'Europe/Lisbon', weekly: {}, ...calendar })
  const page = await open({ as: ann })
  const path = '/settings/hours'
  const byDate = (page: Page) => page.getByRole('radio', { name: 'By date' }).check({ force: true })
  const withFile = async (page: Page) => {
    const csv = `2026-12-16,${'A very long name of a holiday '.repeat(8)}\n2026-12-17,Short\nsoon,?`
    await page.setInputFiles('input[type=file]', { name: `${'long-'.repeat(30)}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await byDate(page)
  }
  await put({})
  await lookAt(t, { page, screens: [{ name: 'My hours without any', path, shows: 'nothing reaches you in the coming year' }], complaints })
  await put({
    weekly: { 1: hours, 2: [['20:00', '02:00']], 3: [['00:00', '24:00']], 4: [['09:00', '17:00']], 7: [['22:00', '03:00']] },
    focus: { weekly: { 3: [['09:00', '11:00']] }, blocks: [{ start: '2026-12-17T10:00:00Z', end: '2026-12-17T11:30:00Z' }] },
    travel: [{ from: '2026-12-18', timeZone: 'Asia/Tokyo' }],
    overrides: { '2026-12-14': [], '2026-12-15': [['09:00', '12:00']] },
    away: [
      { from: '2026-12-19', to: '2027-01-02', cover: 'ann' },
      { start: '2026-12-17T12:00:00Z', end: '2026-12-17T14:00:00Z' },
    ],
  })
  const screens = [
    { name: 'My hours, full and over midnight', path, shows: 'Copy Monday to' },
    { name: 'My hours by date', path, shows: 'In Tokyo, 9 h ahead of home', first: byDate },
    { name: 'My hours with holidays of a file', path, shows: 'Take these 2 days off', first: withFile },
  ]
  await lookAt(t, { page, screens, complaints })
})

test('files are whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-17T10:00:00Z' })
  const ann = await baton.setup()
  const bytes = await sharp({ create: { width: 900, height: 1600, channels: 3, background: '#4a7' } })
    .png()
    .toBuffer()
  const picture = await upload(baton, ann, { name: 'field.png', bytes })
  const note = await upload(baton, ann, { name: 'note.mp3', bytes: Buffer.from('ID3 and no more') })
  const long = await upload(baton, ann, { name: `${'very-long-'.repeat(18)}.pdf`, bytes: Buffer.from('%PDF-1.7') })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const files = [{ id: picture, description: 'A green field' }, note, long]
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Files', body: 'See these.', files })
  const page = await open({ as: ann })
  const choose = (page: Page) => page.setInputFiles('input[type=file]', { name: 'plan.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') })
  const screens = [
    { name: 'Thread with files', path: '/threads/1', shows: /^very-long-/ },
    { name: 'Thread, a picture opened', path: '/threads/1', shows: 'Download', first: press('A green field') },
    { name: 'Thread, writing with files', path: '/threads/1', shows: 'plan.pdf', first: choose },
    { name: 'New thread with files', path: '/threads/new', shows: 'plan.pdf', first: choose },
    { name: 'Thread, editing a post with files', path: '/threads/1', shows: 'Save', first: inPost(0, 'Edit') },
  ]
  await lookAt(t, { page, screens, complaints })
})

test('every door is whole in both themes and widths', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-17T10:00:00Z', mail: true, named: true })
  const page = await open()
  const submit = (page: Page) =>
    page.locator('form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
      form.requestSubmit()
    })
  await lookAt(t, {
    page,
    complaints,
    screens: [
      { name: 'First run', path: '/setup', shows: 'Set up Baton' },
      { name: 'First run, refused', path: '/setup', shows: 'Not done yet', first: submit },
    ],
  })
  const ann = await baton.setup()
  const { body } = await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: [] })
  const screens = [
    { name: 'Sign-in', path: '/sign-in', shows: 'No account here yet?' },
    { name: 'Sign-in, a code', path: '/sign-in', shows: 'Send the code', first: press('Send me a code by mail') },
    { name: 'Sign-in, refused', path: '/sign-in', shows: 'Try again', first: submit },
    { name: 'Invitation', path: `/invitations/${body.code}`, shows: 'Join Halyard' },
    { name: 'Invitation that is gone', path: '/invitations/nothing', shows: 'This invitation does not work any more' },
  ]
  await lookAt(t, { page, screens, complaints })
})

/** A thread of two matters that was split, with what others think of it, and what is kept of it. */
async function tellApart(baton: Baton, john: Someone): Promise<void> {
  const opened = await baton.call(john, 'POST', '/threads', { space: 'platform', title: 'Two matters', body: 'The first.' })
  for (const body of ['The second.', 'More of the second.'])
    await baton.call(john, 'POST', `/threads/${opened.body.number}/posts`, { body })
  const split = await baton.call(john, 'POST', `/threads/${opened.body.number}/split`, { title: 'The second matter', from: 2 })
  const [post] = split.body.posts.items
  for (const emoji of ['👍', '🎉']) await baton.call(john, 'PUT', `/posts/${post.id}/reactions/${encodeURIComponent(emoji)}`)
  await baton.call(john, 'PUT', `/saved/posts/${post.id}`)
  await baton.call(john, 'PUT', `/saved/threads/${opened.body.number}`)
}

/** Each screen in a test of its own: what axe finds, what does not fit, what the browser complains of. */
async function lookAt(
  t: TestContext,
  { page, screens, complaints }: Pick<OpenBaton, 'complaints'> & { page: Page; screens: readonly Screen[] },
): Promise<void> {
  for (const { name, path, shows, first } of screens) {
    await t.test(name, async () => {
      complaints.length = 0
      await page.setViewportSize(NARROWEST)
      await page.goto(path)
      await page.locator('h1').first().waitFor()
      await first?.(page)
      await page.getByText(shows).filter({ visible: true }).first().waitFor()
      await page.evaluate(axe.source)
      assert.equal(await page.locator('h1').count(), 1)
      assert.deepEqual(await tooWide(page), [], 'at 320 px')
      await page.setViewportSize(ENLARGED)
      assert.deepEqual(await tooWide(page), [], 'at 720 px')
      for (const size of sizes) {
        await page.setViewportSize(size)
        assert.deepEqual(await tooWide(page), [], `at ${size.width} px`)
        assert.deepEqual(await crushed(page), [], `at ${size.width} px`)
        await page.emulateMedia({ colorScheme: 'light' })
        assert.deepEqual(await violations(page, WCAG), [], `light at ${size.width} px`)
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await violations(page, COLOURS), [], `dark at ${size.width} px`)
      }
      assert.deepEqual(complaints.filter(isNotAnswer), [])
    })
  }
}

/** Answers such as 404 are written into the console by the browser; the page says them in its own words. */
function isNotAnswer(complaint: string): boolean {
  return !complaint.includes('Failed to load resource: the server responded with a status of 4')
}

/** What axe finds, by rules or tags of rules. */
async function violations(page: Page, runOnly: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }),
    runOnly,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').slice(1).join(' ') ?? ''}`),
  )
}

/** What makes the page scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 0.5)
    return [`${document.documentElement.scrollWidth} px`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 160))]
  })
}

/** Words that stand in a column too narrow to be read, a few letters a line; the tables that somebody wrote aside. */
function crushed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isWritten = ({ childNodes }: Element): boolean =>
      [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length >= 10)
    const isCrushed = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      const { fontSize } = getComputedStyle(element)
      return width > 1 && width < 4 * Number.parseFloat(fontSize) && height > 4 * Number.parseFloat(fontSize)
    }
    return [...document.querySelectorAll('main *')]
      .filter((one) => !one.closest('table') && isWritten(one) && isCrushed(one))
      .map((one) => one.outerHTML.slice(0, 160))
  })
}

/** The menu of the shift that runs. */
async function handOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about this shift' }).first().click()
  await page.getByRole('menuitem', { name: 'Give to somebody else' }).click()
}

async function askArjun(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Is this a question? See @kenji.')
  await page.getByRole('button', { name: 'Add an ask' }).first().click()
  await page.getByLabel('Of whom').fill('arjun')
  await page.getByLabel('Needed by').selectOption('2')
}

const writeQuestion = async (page: Page, text: string): Promise<void> => page.getByRole('textbox', { name: 'What it is about' }).fill(text)

function questionTo(handle: string) {
  return (page: Page): Promise<void> => writeQuestion(page, `Is this a question? See @${handle}. Could we have a quick call?`)
}

function questionOf(words: string) {
  return (page: Page): Promise<void> => writeQuestion(page, `What of the ${words}?`)
}

async function anotherMoment(page: Page): Promise<void> {
  await press('Choose when it leaves')(page)
  await page.getByRole('menuitem', { name: 'At another moment' }).click()
}
