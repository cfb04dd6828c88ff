import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import { noteAnswered } from './answered-to.ts'
import { metaOf } from './use-answer.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

interface Answered<E extends Endpoint> {
  pages: (OutputOf<E> & Page<ItemOf<E>>)[]
}

interface Pages<E extends Endpoint> {
  /** The first page as it was answered; undefined until it has come. */
  readonly first: OutputOf<E> | undefined
  /** Of all pages so far; undefined until the first has come. */
  readonly items: readonly ItemOf<E>[] | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly error: RefusedError | null
  more(): void
  again(): void
}

/** One of what a list answers. */
export type ItemOf<E extends Endpoint> = OutputOf<E> extends { items: (infer Item)[] } ? Item : never

/** What a list answers, a page at a time, kept and shared under the endpoint's name. */
export function pagesOptions<E extends Endpoint>(endpoint: E, input: RequestOf<E>) {
  return infiniteQueryOptions<OutputOf<E> & Page<ItemOf<E>>, RefusedError, Answered<E>, readonly unknown[], string | undefined>({
    queryKey: [endpoint.name, input, 'pages'],
    meta: metaOf(endpoint),
    initialPageParam: undefined,
    queryFn: async ({ pageParam, signal }) =>
      (await call(endpoint, pageParam === undefined ? input : ({ ...(input as object), after: pageParam } as RequestOf<E>), {
        signal,
        onPosition: noteAnswered,
      })) as OutputOf<E> & Page<ItemOf<E>>,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** What a list answers, a page at a time, kept up to date while it is shown. */
export function usePages<E extends Endpoint>(endpoint: E, input: RequestOf<E>, { enabled = true }: { enabled?: boolean } = {}): Pages<E> {
  const query = useInfiniteQuery({ ...pagesOptions(endpoint, input), enabled, placeholderData: keepPreviousData })
  return {
    first: query.data?.pages[0],
    items: query.data?.pages.flatMap((page) => page.items),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}
