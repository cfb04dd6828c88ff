import type { MiddlewareHandler } from 'hono'
import { Failure } from '#platform/contract/failure.ts'

/** More than can be answered within a few seconds on a small machine. */
const MOST_AT_ONCE = 1_000

/** Refuses what comes on top of `most` requests under way, so that those are still answered. Health is always told. */
export function shedLoad(most: number = MOST_AT_ONCE): MiddlewareHandler {
  let underWay = 0
  return async (c, next) => {
    if (underWay >= most && !c.req.path.startsWith('/health')) throw overloaded()
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}

const overloaded = (): Failure =>
  new Failure({
    code: 'service.overloaded',
    status: 503,
    message: 'Baton has more to do than it can just now. Nothing was changed. Try again in a moment.',
    retryAfterSeconds: 2,
  })
