import type { MiddlewareHandler } from 'hono'
import { Failure } from '#platform/contract/failure.ts'
import type { Variables } from './app.ts'
import { refusalText } from './refusal-texts.ts'

/** More than can be answered within a few seconds on a small machine. */
const MOST_AT_ONCE = 1_000

/** Waits for whoever sends a request, which is not under way meanwhile: slow senders are no load, and keep nobody else out. */
export type Aside = <Came>(wait: () => Promise<Came>) => Promise<Came>

/** Refuses what comes on top of `most` requests under way, so that those are still answered. Health is always told. */
export function shedLoad(most: number = MOST_AT_ONCE): MiddlewareHandler<{ Variables: Variables }> {
  let underWay = 0
  const aside: Aside = async (wait) => {
    underWay -= 1
    try {
      return await wait()
    } finally {
      underWay += 1
    }
  }
  return async (c, next) => {
    if (underWay >= most && !c.req.path.startsWith('/health')) throw overloaded()
    underWay += 1
    c.set('aside', aside)
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}

/** There is more to do than can be done just now. */
export const overloaded = (): Failure =>
  new Failure({
    code: 'service.overloaded',
    status: 503,
    message: () => refusalText('overloaded'),
    retryAfterSeconds: 2,
  })
