import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import { type Post, type PostPiece, listPosts } from '../contract/threads.ts'

interface PostsBehind {
  /** Null while they have not come. */
  readonly posts: readonly Post[] | null
  readonly hasMore: boolean
  readonly error: RefusedError | null
}

const MOST = 100

/** The posts of a thread behind one of them that stand there, to choose among; until they have come, and without the server, those that were read. */
export function usePostsBehind(number: number, after: number): PostsBehind {
  const client = useQueryClient()
  const { data, error } = useAnswer(listPosts, { number: String(number), after, limit: MOST })
  if (data) return { posts: data.items.filter(isThere), hasMore: data.next !== null, error: null }
  const read = readPosts(client, String(number)).filter((post) => post.seq > after && isThere(post))
  return read.length > 0 ? { posts: read, hasMore: true, error: null } : { posts: null, hasMore: false, error }
}

const isThere = ({ deleted, moved }: Post): boolean => !deleted && !moved

/** What this page has of the posts of a thread, in their order. */
function readPosts(client: QueryClient, number: string): Post[] {
  const pieces = client.getQueriesData<PostPiece>({ queryKey: [listPosts.name], predicate: ({ queryKey }) => isOf(queryKey[1], number) })
  const bySeq = new Map(pieces.flatMap(([, piece]) => (piece?.items ?? []).map((post) => [post.seq, post] as const)))
  return [...bySeq.values()].toSorted((one, other) => one.seq - other.seq)
}

const isOf = (input: unknown, number: string): boolean =>
  typeof input === 'object' && input !== null && 'number' in input && input.number === number
