import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'
import { metaOf } from './use-answer.ts'
import type { ItemOf } from './use-pages.ts'

interface Whole<E extends Endpoint> {
  readonly items: readonly ItemOf<E>[]
}

const MOST_PAGES = 20

/** What a list answers in all its pages, the first twenty of them, for whoever chooses among it. */
export function useWhole<E extends Endpoint>(
  endpoint: E,
  input: RequestOf<E>,
  { enabled = true, staleTime = 0 }: { readonly enabled?: boolean; readonly staleTime?: number } = {},
): UseQueryResult<Whole<E>, RefusedError> {
  return useQuery<Whole<E>, RefusedError>({
    queryKey: [endpoint.name, input, 'whole'],
    meta: metaOf(endpoint),
    enabled,
    staleTime,
    queryFn: async ({ signal }) => ({ items: await itemsFrom(endpoint, input, { signal, left: MOST_PAGES }) }),
  })
}

interface Rest {
  readonly signal: AbortSignal
  readonly left: number
}

/** The items of one page, and of those behind it: each says where the next one begins. */
async function itemsFrom<E extends Endpoint>(endpoint: E, input: RequestOf<E>, { signal, left }: Rest): Promise<ItemOf<E>[]> {
  const { items, next } = (await call(endpoint, input, { signal })) as OutputOf<E> & { items: ItemOf<E>[]; next: string | null }
  if (next === null || left === 1) return items
  return [...items, ...(await itemsFrom(endpoint, { ...(input as object), after: next } as RequestOf<E>, { signal, left: left - 1 }))]
}
