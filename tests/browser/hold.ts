import type { Page, Route } from 'playwright-core'

/** What is held on its way. */
export interface Held {
  /** A request was held. */
  readonly came: Promise<void>
  /** Lets all of them go. */
  readonly release: () => void
}

interface Holding {
  readonly method?: string
  /** Whether the server has what was sent, and only its answer is held. */
  readonly answered?: boolean
  /** Whether only the first is held. */
  readonly first?: boolean
}

const PATIENCE = 20_000

/** Holds what is asked of these addresses, or its answers, until it is released. */
export async function hold(
  page: Page,
  url: string | RegExp,
  { method = 'GET', answered = false, first = false }: Holding = {},
): Promise<Held> {
  const came = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  let isOver = false
  const pass = async (route: Route): Promise<void> => {
    const response = answered ? await route.fetch() : undefined
    came.resolve()
    await gate.promise
    if (response) await route.fulfill({ response })
    else await route.continue()
  }
  await page.route(url, (route) => {
    if (route.request().method() !== method || isOver) return route.fallback()
    isOver = first
    return pass(route)
  })
  const impatience = setTimeout(() => came.reject(new Error(`Nobody asked for ${url}.`)), PATIENCE)
  void came.promise.finally(() => clearTimeout(impatience)).catch(() => null)
  return { came: came.promise, release: gate.resolve }
}

/** The page has drawn what it had to. */
export const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
