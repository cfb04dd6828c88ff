import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import type { App } from '#platform/http/app.ts'
import { listen } from '#platform/http/listen.ts'
import { addStaticFiles } from '#platform/http/static-files.ts'
import { chromiumPath } from '#platform/testing/chromium.ts'
import { freePort } from '#platform/testing/free-port.ts'

/** The built pages. */
export const webFolder = process.env['WEB_FOLDER'] ?? fileURLToPath(new URL('../../dist/web', import.meta.url))
const screenFolder = join(tmpdir(), 'baton-screens')
const PATIENCE = 20_000

interface Opening {
  /** Signed in as; nobody when left out. */
  readonly as?: Someone | undefined
  /** Where the browser believes to be. */
  readonly timeZone?: string
  /** What it asks for; British English when left out. */
  readonly locale?: string
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  /** Whether the pages may be kept on the device; without, they always come from the server. */
  readonly installs?: boolean
  /** Whether the browser has the time of the machine, and its own timers, instead of those of the test. */
  readonly measures?: boolean
}

/** A Baton that browsers can open, all of it at the time of the test. */
export interface OpenBaton {
  readonly baton: Baton
  /** Its address, without a slash at the end. */
  readonly url: string
  /** What no page may do: errors in the console, what the policy refuses, requests to elsewhere. Told as it happens; each with its page. */
  readonly complaints: string[]
  /** A page in a browser of its own, showing nothing yet. */
  open(opening?: Opening): Promise<Page>
  /** Moves the clock of server and browsers, and lets the worker do what is due by then. Pages learn of it when they are next opened or looked at. */
  move(instant: string): Promise<void>
  /** Serves other pages from now on, as a new release does. */
  release(folder: string): Promise<void>
  /** Is not there for anybody, until `back`. */
  away(): Promise<void>
  back(): Promise<void>
}

interface Starting {
  readonly at: string
  readonly mail?: boolean
  /** Whether its address has a name, as passkeys need. */
  readonly named?: boolean
}

/** Starts a whole Baton and a Chromium for one test; both end with it. When it fails, what its pages showed is kept as pictures. */
export async function openBaton(t: TestContext, { at, mail = false, named = false }: Starting): Promise<OpenBaton> {
  const port = await freePort()
  const url = `http://${named ? 'localhost' : '127.0.0.1'}:${port}`
  const [baton, browser] = await Promise.all([startBaton({ at, mail, url }), launch()])
  let newer: App | null = null
  baton.app.hono.get('*', (c, next) => (newer && !c.req.path.startsWith('/api/') ? newer.hono.fetch(c.req.raw) : next()))
  await addStaticFiles(baton.app, webFolder)
  const start = (): ReturnType<typeof listen> => listen(baton.app, { host: '127.0.0.1', port })
  let listening: Awaited<ReturnType<typeof start>> | null = await start()
  const stop = async (): Promise<void> => {
    await listening?.stop(0)
    listening = null
  }
  const complaints: string[] = []
  t.after(async () => {
    if (!t.passed) await keepPictures(browser, t.name)
    await browser.close()
    await stop()
    await baton.close()
  })
  return {
    baton,
    url,
    complaints,
    async open(opening = {}) {
      const context = await browser.newContext(settingsOf(url, opening))
      context.setDefaultTimeout(PATIENCE)
      if (!opening.measures) await context.clock.setFixedTime(baton.clock.now().epochMilliseconds)
      if (!opening.installs) await context.addInitScript('delete Navigator.prototype.serviceWorker')
      if (opening.as) await signIn(context, opening.as)
      const page = await context.newPage()
      listenToComplaints(page, { url, complaints })
      return page
    },
    async move(instant) {
      baton.clock.set(instant)
      await baton.settle()
      await Promise.all(browser.contexts().map((context) => context.clock.setFixedTime(Temporal.Instant.from(instant).epochMilliseconds)))
    },
    async release(folder) {
      const next: App = { ...baton.app, hono: new Hono() }
      await addStaticFiles(next, folder)
      newer = next
    },
    away: stop,
    async back() {
      listening ??= await start()
    },
  }
}

async function launch(): Promise<Browser> {
  const path = await chromiumPath()
  return chromium.launch({ ...path, headless: true })
}

function settingsOf(url: string, { timeZone = 'Europe/Lisbon', locale = 'en-GB', width = 1440, height = 900, theme = 'light' }: Opening) {
  return {
    baseURL: url,
    locale,
    timezoneId: timeZone,
    viewport: { width, height },
    colorScheme: theme,
    // Nothing is measured or pictured half way.
    reducedMotion: 'reduce' as const,
  }
}

async function signIn(context: BrowserContext, { handle }: Someone): Promise<void> {
  const answer = await context.request.post('/api/v1/sign-in', {
    data: { email: `${handle}@halyard.example`, password: 'seven quiet lanterns' },
  })
  if (answer.status() !== 200) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`)
}

function listenToComplaints(page: Page, { url, complaints }: { url: string; complaints: string[] }): void {
  const tell = (what: string): number => complaints.push(`${new URL(page.url()).pathname}: ${what}`)
  page.on('pageerror', (error) => tell(error.message))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && tell(`${message.text()} ${message.location().url}`))
  page.on(
    'request',
    (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(`${url}/`) || tell(`asks ${request.url()}`),
  )
}

async function keepPictures(browser: Browser, name: string): Promise<void> {
  await mkdir(screenFolder, { recursive: true })
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const path = join(screenFolder, `${name.replaceAll(/\W+/g, '-').slice(0, 60)}-${index}.png`)
    // A page that hangs tells nothing, and holds up nothing.
    await page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => null)
    const said = await page.locator('body').evaluate(whatStands, undefined, { timeout: 5_000 }).catch(String)
    process.stderr.write(`What page ${index} showed at ${page.url()}: ${path}\n${said}\n`)
  }
}

/** The words of a page, and what in it had the focus: a run on another machine leaves no pictures. */
function whatStands(): string {
  const { activeElement, body } = document
  return `with the focus in ${activeElement?.outerHTML.slice(0, 300) ?? 'nothing'}:\n${body.innerText.slice(0, 6_000)}`
}
