import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { App } from '#platform/http/app.ts'
import type { Clock } from '#platform/time/clock.ts'
import type { Demo } from '#platform/browser/demo.ts'

/** Answers every page with what a demo tells its browser: what time it is here, and who can be. */
export function addDemoPages(app: App, { folder, clock, demo }: { folder: string; clock: Clock; demo: Omit<Demo, 'now'> }): void {
  app.hono.get('*', async (c, next) => {
    if (/^\/(api|health|metrics)(\/|$)/.test(c.req.path) || extname(c.req.path) !== '') return next()
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    const told = JSON.stringify({ ...demo, now: clock.now().toString() } satisfies Demo)
    c.header('cache-control', 'no-store')
    return c.html(page.replace('</head>', () => `<meta name="baton-demo" content="${attribute(told)}"></head>`))
  })
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
