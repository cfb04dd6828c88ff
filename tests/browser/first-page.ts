import type { Request } from 'playwright-core'

/** What the first page asked for: what can wait begins with a script of its own, a second behind it. */
export function ofFirstPage(requests: readonly Request[]): readonly Request[] {
  const end = requests.findIndex((request) => /\/assets\/afterwards-/.test(request.url()))
  return end === -1 ? requests : requests.slice(0, end)
}
