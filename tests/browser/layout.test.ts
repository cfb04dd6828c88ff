import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

/** Where things stand and how they look, kept so that what moves them does so on purpose. `KEEP_LAYOUT=1` keeps what is there now. */
const kept = join(import.meta.dirname, 'layout.json')
/** Pixels by which fonts differ from machine to machine. */
const NEAR = 3

const screens = [
  {
    name: 'Today',
    path: '/',
    shows: 'Extend Delmar',
    parts: ['main h1', '.hello p', '.day', '.sec', '.ask', '.ask__due', '.wait', '.sheet', '.big'],
  },
  { name: 'Inbox', path: '/inbox', shows: 'Monica Grant asks you', parts: ['main h1', '.tabs', '.item', '.item__x'] },
  {
    name: 'Thread',
    path: '/threads/1',
    shows: 'Highlights',
    parts: [
      'main h1',
      '.bar',
      '.outcome',
      '.hl',
      '.post',
      '.post .read',
      '.inask',
      '.panel',
      '.tbox',
      '.fol li',
      '.panel__keys',
      '.nav.is-around',
      '.composer',
    ],
  },
  { name: 'People', path: '/people', shows: 'Kenji Sato', parts: ['main h1', '.lane', '.lane .band', '.sheet'] },
  { name: 'Space', path: '/spaces/reports', shows: 'Export stops at 10,000 rows', parts: ['main h1', '.row', '.row__t', '.sec', '.panel'] },
  {
    name: 'Search',
    path: '/search?q=export',
    shows: 'Reports, by Ann Mori',
    parts: ['main input[role=combobox]', '.row', '.row__t', '.sec', 'aside'],
  },
]

/** Left edge and width, then the size and weight of its type, its colour and its ground: not its height, which is of what somebody wrote. */
type Look = readonly [left: number, width: number, type: string, colour: string, ground: string]
type Layout = Record<string, Record<string, Look[]>>

test('the main screens are laid out as they were, at 1440 and 390 px', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const before = JSON.parse(await readFile(kept, 'utf8')) as Layout
  const found: Layout = {}
  for (const width of [1440, 390]) {
    const page = await open({ as: john, timeZone: 'America/Sao_Paulo', width, height: 1_000 })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    for (const { name, path, shows, parts } of screens) {
      await page.goto(path)
      await page.getByText(shows).filter({ visible: true }).first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      await comeWhole(page, before[`${name}, ${width} px`])
      found[`${name}, ${width} px`] = await looksOf(page, parts)
    }
    assert.equal(
      asked.some((path) => path.endsWith('/followers')),
      width === 1440,
      'what has no room is not asked for',
    )
  }
  if (process.env['KEEP_LAYOUT']) await writeFile(kept, `${JSON.stringify(found, null, 1)}\n`)
  assert.deepEqual(differences(before, found), [])
})

/** Waits until every part is there as often as it was: some come after the words that a page is known by. */
async function comeWhole(page: Page, parts: Layout[string] = {}): Promise<void> {
  for (const [part, looks] of Object.entries(parts)) {
    if (looks.length > 0)
      await page
        .locator(part)
        .filter({ visible: true })
        .nth(looks.length - 1)
        .waitFor()
  }
}

/** How these parts of a page look, each way once. */
async function looksOf(page: Page, parts: readonly string[]): Promise<Record<string, Look[]>> {
  return page.evaluate((names) => {
    const lookOf = (element: Element): Look => {
      const { x, width } = element.getBoundingClientRect()
      const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(element)
      return [Math.round(x), Math.round(width), `${fontSize} ${fontWeight}`, color, backgroundColor]
    }
    const looks = (name: string): Look[] => [...document.querySelectorAll(name)].filter((one) => one.checkVisibility()).map(lookOf)
    const once = (all: readonly Look[]): Look[] => [...new Map(all.map((look) => [look.join(' '), look])).values()]
    return Object.fromEntries(names.map((name) => [name, once(looks(name))]))
  }, parts)
}

/** What looks otherwise than it did, in words. */
function differences(before: Layout, now: Layout): string[] {
  return Object.entries(before).flatMap(([screen, parts]) =>
    Object.entries(parts).flatMap(([part, looks]) => {
      const present = now[screen]?.[part] ?? []
      const lost = looks.filter((look) => !present.some((other) => isLike(look, other)))
      const added = present.filter((look) => !looks.some((other) => isLike(look, other)))
      return [
        ...lost.map((look) => `${screen}: no ${part} is ${look.join(' ')} any more`),
        ...added.map((look) => `${screen}: ${part} is ${look.join(' ')}`),
      ]
    }),
  )
}

const isLike = (one: Look, other: Look): boolean =>
  one.every((value, index) => {
    const there = other[index]
    return typeof value === 'number' && typeof there === 'number' ? Math.abs(value - there) <= NEAR : value === there
  })
