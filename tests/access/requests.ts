import type { Endpoint } from '#platform/contract/endpoint.ts'
import type { Sent } from './fixtures.ts'
import type { Request } from './unchanging.ts'

/** The request that sends this to the endpoint. */
export function requestOf({ method, path }: Pick<Endpoint, 'method' | 'path'>, { params = {}, query, body, headers }: Sent): Request {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = query
    ? `?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString()}`
    : ''
  return { method, path: `${filled}${asked}`, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) }
}
