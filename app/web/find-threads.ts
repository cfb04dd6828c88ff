import { getThread } from '#features/asks/contract/threads.ts'
import type { FoundThread } from '#features/asks/web/finding.ts'
import { search } from '#features/search/contract.ts'
import { call } from '#platform/contract/client.ts'
import { visited } from '#platform/browser/visits.ts'

const FEW = 6

/** Threads by their number, or by words of their titles; those opened last while nothing is written. */
export async function findThreads(begun: string): Promise<readonly FoundThread[]> {
  if (/^\d+$/.test(begun)) {
    const { number, title } = await call(getThread, { number: begun })
    return [{ number, title }]
  }
  if (begun === '') return visited().flatMap(threadOf).slice(0, FEW)
  const { items } = await call(search, { q: begun, type: 'thread', limit: FEW })
  return items.flatMap(({ number, title }) => (number === undefined ? [] : [{ number, title }]))
}

function threadOf({ path, title }: { path: string; title: string }): FoundThread[] {
  const number = /^\/threads\/(\d+)$/.exec(path)?.[1]
  return number === undefined ? [] : [{ number: Number(number), title }]
}
