import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import axe from 'axe-core'
import type { Page, Request } from 'playwright-core'
import type { Language } from '#platform/text/languages.ts'
import type { Translations } from '#platform/text/reader.ts'
import { openBaton } from './browser.ts'
import { holdIdle } from './first-page.ts'
import { HALYARD_BEGINS, HALYARD_NOW, tellHalyard } from './halyard.ts'
import { answersKept, pagesKept } from './kept.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const BEGINS = '2026-11-23T12:00:00Z'
const PHONE = { width: 390, height: 4_000 }
const DESK = { width: 1440, height: 3_000 }

const files = new Map<string, Translations>()

/** A text as it is in another language. */
function said(language: Exclude<Language, 'en'>, catalogue: string, key: string): string {
  const path = new URL(`../../languages/${language}/${catalogue.split('-')[0]}.json`, import.meta.url)
  const texts = files.get(path.href) ?? (JSON.parse(readFileSync(path, 'utf8')) as Translations)
  files.set(path.href, texts)
  const text = texts[catalogue]?.[key]
  assert.ok(typeof text === 'string', `${catalogue} ${key}`)
  return text
}

/** It is said in which language the page is, and in which direction that is read. */
const isSpeaking = (page: Page, language: string, direction = 'ltr') =>
  page.waitForFunction(
    ({ language, direction }) => document.documentElement.lang === language && document.documentElement.dir === direction,
    { language, direction },
  )

test('Baton speaks as the browser asks, and otherwise as its person chose, on every device', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: BEGINS })
  const ann = await baton.setup()
  const door = await open({ locale: 'de-AT' })
  await door.goto('/sign-in')
  await door.getByRole('heading', { name: said('de', 'people', 'signIn') }).waitFor()
  await isSpeaking(door, 'de')

  const page = await open({ as: ann, locale: 'fr-FR' })
  await page.goto('/settings')
  await page.getByRole('heading', { name: 'Language and time' }).waitFor()
  await isSpeaking(page, 'en')
  await page.getByLabel('Language', { exact: true }).selectOption('ja')
  await page.getByRole('heading', { name: said('ja', 'availability-settings', 'language') }).waitFor()
  await isSpeaking(page, 'ja')
  await page.goto('/')
  await page
    .getByText(said('ja', 'delivery', 'empty'))
    .first()
    .waitFor()

  const other = await open({ as: ann, locale: 'de-DE' })
  await other.goto('/')
  await isSpeaking(other, 'ja')
  await other
    .getByText(said('ja', 'delivery', 'empty'))
    .first()
    .waitFor()
  await other.goto('/settings')
  await other.getByLabel(said('ja', 'availability-settings', 'languageField'), { exact: true }).selectOption('')
  await other.getByRole('heading', { name: said('de', 'availability-settings', 'language') }).waitFor()
  assert.deepEqual(
    complaints.filter((text) => !text.includes('status of 401')),
    [],
  )
})

test('whoever reads twelve hours and begins the week on Sunday finds both in their hours', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: BEGINS })
  const ann = await baton.setup()
  await baton.call(ann, 'PATCH', '/people/me', { clock: 12, weekStart: 7 })
  const page = await open({ as: ann })
  await page.goto('/settings/hours')
  await page.locator('.wk__axis').waitFor()
  await page.waitForFunction(() => document.querySelector('.wk__axis span:nth-child(4)')?.textContent?.startsWith('9') === true)
  const axis = await page.locator('.wk__axis span').allTextContents()
  assert.deepEqual(
    axis.map((text) => text.replaceAll(/\s/g, ' ')),
    ['12 am', '3 am', '6 am', '9 am', '12 pm', '3 pm', '6 pm', '9 pm', '12 am'],
  )
  const heads = await page.locator('.wk__day, .wk__head').allTextContents()
  assert.match(heads.join(' '), /Sun.*Mon.*Sat/)
  assert.deepEqual(complaints, [])
})

test('another language is one script more at first, and its pages open without the server', async (t) => {
  const { baton, open, away } = await openBaton(t, { at: BEGINS })
  const ann = await baton.setup()
  const page = await open({ as: ann, locale: 'ar', installs: true })
  const beIdle = await holdIdle(page)
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  const guides: string[] = []
  page.context().on('request', (request) => guides.push(...(/[a-z]{2}-guide-/.exec(request.url()) ?? [])))
  await page.goto('/')
  await page
    .getByText(said('ar', 'delivery', 'empty'))
    .first()
    .waitFor()
  const scripts = requests.filter((request) => request.resourceType() === 'script')
  const bytes = await Promise.all(scripts.map(async (request) => (await request.sizes()).responseBodySize))
  const total = bytes.reduce((sum, each) => sum + each, 0)
  t.diagnostic(`${scripts.length} scripts, ${total} bytes`)
  assert.ok(scripts.length <= 4, 'at most 4 scripts')
  assert.ok(total <= 150_000, 'at most 150 kB')
  await beIdle()
  await pagesKept(page, 'ar')
  await answersKept(page, 'getToday')
  assert.deepEqual([...new Set(guides)], ['ar-guide-'], 'no guide is fetched to be thrown away')
  await away()
  for (const [path, heading] of [
    ['/settings/keys', said('ar', 'app-key', 'pageTitle')],
    ['/threads/new', said('ar', 'asks', 'newThread')],
  ] as const) {
    await page.goto(path)
    await page.getByRole('heading', { name: heading }).first().waitFor()
  }
  await isSpeaking(page, 'ar', 'rtl')
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => url)
  })
  assert.deepEqual(
    ['ar', 'de'].map((language) => kept.some((url) => url.includes(`/assets/${language}-first-`))),
    [true, false],
  )
})

for (const size of [PHONE, DESK])
  test(`a day in Arabic, from right to left, at ${size.width} px`, async (t) => {
    const { baton, open, move, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
    const { john } = await tellHalyard(baton)
    await move(HALYARD_NOW)
    const ar = (catalogue: string, key: string): string => said('ar', catalogue, key)
    const page = await open({ locale: 'ar-EG', timeZone: 'America/Sao_Paulo', ...size })
    await page.goto('/sign-in')
    await page.getByLabel(ar('people', 'email')).fill('john@halyard.example')
    await page.getByLabel(ar('people', 'password'), { exact: true }).fill('seven quiet lanterns')
    await page.keyboard.press('Enter')
    await page.getByText('Extend Delmar Bakery’s free plan').first().waitFor()
    await isSpeaking(page, 'ar', 'rtl')
    await isWhole(t, page)

    const hours = await page.locator('.day .axis span').evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().left))
    assert.deepEqual(
      hours,
      hours.toSorted((a, b) => a - b),
      'time runs from left to right',
    )
    assert.match((await page.locator('.day .axis span').nth(3).textContent()) ?? '', /^9/, 'digits are Latin')

    await page
      .getByRole('link', { name: /Extend Delmar Bakery/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto('/threads/1')
    await page
      .getByRole('button', { name: ar('asks', 'answer'), exact: true })
      .first()
      .click()
    await isWhole(t, page)
    await page.goto('/threads/new')
    await page.getByRole('heading', { name: ar('asks', 'newThread') }).waitFor()
    await isWhole(t, page)
    assert.equal((await baton.call(john, 'GET', '/people/me')).body.language, null, 'it stays as the browser has it')
    assert.deepEqual(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
    )
  })

test('the guide is in the language of whoever reads it, from right to left in Arabic, and opens without the server', async (t) => {
  const { baton, open, away, complaints } = await openBaton(t, { at: BEGINS })
  const ann = await baton.setup()
  const japanese = await open({ as: ann, locale: 'ja-JP' })
  const fetched: string[] = []
  japanese.on('request', (request) => fetched.push(...(/[a-z]{2}-guide-/.exec(request.url()) ?? [])))
  await japanese.goto('/help')
  await japanese.getByRole('heading', { level: 1, name: 'はじめの1日' }).waitFor()
  await japanese.getByRole('link', { name: '上手な依頼のしかた' }).first().click()
  await japanese.getByRole('heading', { level: 1, name: '上手な依頼のしかた' }).waitFor()
  await japanese
    .getByText(said('ja', 'asks', 'addAsk'))
    .first()
    .waitFor()
  assert.deepEqual([...new Set(fetched)], ['ja-guide-'])

  const arabic = await open({ as: ann, locale: 'ar', installs: true })
  await arabic.goto('/')
  await pagesKept(arabic, 'ar')
  assert.deepEqual(complaints, [])
  await away()
  await arabic.goto('/help/finding')
  await arabic.getByRole('heading', { level: 1, name: 'العثور على الأشياء' }).waitFor()
  const directions = await arabic.evaluate(() =>
    ['.help__text h1', '.help__text .read', '.help__text .read code'].map(
      (part) => getComputedStyle(document.querySelector(part) ?? document.body).direction,
    ),
  )
  assert.deepEqual(directions, ['rtl', 'rtl', 'ltr'])
  await arabic.goto('/help/urgent')
  await arabic.locator('.read a').first().click()
  await arabic.waitForFunction(() => document.querySelector('h2:target') !== null)
})

const paths = [
  '/',
  '/inbox',
  '/spaces',
  '/spaces/reports',
  '/threads/1',
  '/drafts',
  '/people',
  '/people/ann',
  '/settings',
  '/settings/hours',
]
const more = ['/settings/sign-in', '/settings/keys', '/search?q=export', '/rotations', '/saved', '/direct', '/catch-up', '/help']

for (const language of ['ar', 'de', 'pt', 'ja'] as const)
  test(`every page is whole in ${language}`, async (t) => {
    const { baton, open, move, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
    const { john } = await tellHalyard(baton)
    await move(HALYARD_NOW)
    const page = await open({ as: john, locale: language, timeZone: 'America/Sao_Paulo', ...DESK })
    for (const path of [...paths, ...more])
      await t.test(path, async (t) => {
        await page.setViewportSize(DESK)
        await page.goto(path)
        await page.locator('h1').first().waitFor()
        await page.locator('[aria-busy]').first().waitFor({ state: 'detached' })
        assert.deepEqual(await tooWide(page), [])
        for (const width of language === 'ar' ? [320, 720] : [320]) {
          await page.setViewportSize({ ...PHONE, width })
          assert.deepEqual(await tooWide(page), [], `at ${width} px`)
        }
        if (language !== 'ar') return
        await page.setViewportSize(PHONE)
        await isWhole(t, page)
      })
    assert.deepEqual(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
    )
  })

/** Nothing scrolls sideways, axe finds nothing. */
async function isWhole(t: TestContext, page: Page): Promise<void> {
  assert.deepEqual(await tooWide(page), [], t.name)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }),
    WCAG,
  )
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    [],
    t.name,
  )
}

/** What makes the page scroll sideways, on either side. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const isOut = ({ left, right }: DOMRect): boolean => right > clientWidth + 0.5 || left < -0.5
    const wide = [...document.querySelectorAll('body *')].filter((element) => isOut(element.getBoundingClientRect()))
    return [`${scrollWidth} px`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 160))]
  })
}
