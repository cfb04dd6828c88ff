import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { listPeople } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'

export interface PeopleFilter {
  /** The beginning of a name or handle; empty for all. */
  readonly q: string
  /** A space's slug; empty for all. */
  readonly space: string
}

interface Found {
  /** Page by page; undefined until the first has come. */
  readonly pages: readonly (readonly Person[])[] | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly error: RefusedError | null
  more(): void
  again(): void
}

type Page = OutputOf<typeof listPeople>

const LIMIT = 40

/** The active people whom a filter lets through, a page at a time. */
export function usePeople({ q, space }: PeopleFilter): Found {
  const query = useInfiniteQuery<Page, RefusedError, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: [listPeople.name, { q, space }, 'pages'],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        listPeople,
        { q, active: 'true', limit: LIMIT, ...(space === '' ? {} : { space }), ...(pageParam ? { after: pageParam } : {}) },
        { signal },
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    pages: query.data?.pages.map((page) => page.items),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}
