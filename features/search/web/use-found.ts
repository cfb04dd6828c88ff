import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { type Found, search } from '../contract.ts'

type Answer = OutputOf<typeof search>

export interface FoundPages {
  /** Undefined until the first have come. */
  readonly items: readonly Found[] | undefined
  readonly misunderstood: Answer['misunderstood']
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly error: RefusedError | null
  more(): void
  again(): void
}

const LIMIT = 20

/** What a search finds, a page at a time; what was found before stays until it has come. */
export function useFound(q: string, kind: Found['type'] | 'all'): FoundPages {
  const query = useInfiniteQuery<Answer, RefusedError, { pages: Answer[] }, readonly unknown[], string | undefined>({
    queryKey: [search.name, { q, kind }, 'pages'],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      call(search, { q, limit: LIMIT, ...(kind === 'all' ? {} : { type: kind }), ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: q !== '',
  })
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    misunderstood: query.data?.pages[0]?.misunderstood ?? [],
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}
