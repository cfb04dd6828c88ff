import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import type { App, RequestContext } from './app.ts'
import { BASE, namedInput, requireContext, visitOf } from './handle.ts'

type Address<E extends Endpoint> = z.output<E['params']> & z.output<E['query']>

/** Binds an endpoint whose request brings bytes, or whose headers say more than its body: it reads the request and makes the answer itself. */
export function handleBytes<E extends Endpoint>(
  app: App,
  endpoint: E,
  answer: (ctx: Context, address: Address<E>, c: RequestContext) => Promise<Response>,
): void {
  app.endpoints.push(endpoint)
  app.hono.on(endpoint.method, BASE + endpoint.path, async (c) => {
    const ctx = requireContext(endpoint.access, await visitOf(app.server, c), c)
    return answer(ctx, namedInput(endpoint, c) as Address<E>, c)
  })
}

/** Binds an endpoint that answers bytes to whoever has its address; who they are is not looked at. */
export function handleOpenBytes<E extends Endpoint>(
  app: App,
  endpoint: E,
  answer: (address: Address<E>, c: RequestContext) => Promise<Response>,
): void {
  app.endpoints.push(endpoint)
  app.hono.on(endpoint.method, BASE + endpoint.path, (c) => answer(namedInput(endpoint, c) as Address<E>, c))
}
