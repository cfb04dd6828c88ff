import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import { metaOf } from './use-answer.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

interface Pages<Item> {
  /** Of all pages so far; undefined until the first has come. */
  readonly items: readonly Item[] | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly error: RefusedError | null
  more(): void
  again(): void
}

/** One of what a list answers. */
export type ItemOf<E extends Endpoint> = OutputOf<E> extends { items: (infer Item)[] } ? Item : never

/** What a list answers, a page at a time. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: RequestOf<E>,
  { enabled = true }: { enabled?: boolean } = {},
): Pages<ItemOf<E>> {
  const query = useInfiniteQuery<Page<ItemOf<E>>, RefusedError, { pages: Page<ItemOf<E>>[] }, readonly unknown[], string | undefined>({
    queryKey: [endpoint.name, input, 'pages'],
    meta: metaOf(endpoint),
    initialPageParam: undefined,
    enabled,
    queryFn: async ({ pageParam, signal }) =>
      (await call(endpoint, pageParam === undefined ? input : ({ ...(input as object), after: pageParam } as RequestOf<E>), {
        signal,
      })) as Page<ItemOf<E>>,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}
