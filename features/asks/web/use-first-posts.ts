import { useDeferredValue, useState } from 'react'
import { isReturning } from '#platform/browser/returning.ts'
import type { Post } from '../contract/threads.ts'

/** No post with a text is lower. */
const LOWEST = 100

/**
 * Of posts that are shown for the first time those that may be on the screen, from the first to a screen behind the one that is looked at (`from`, or
 * what the address names); all of them a frame later. Whoever comes back to them has all at once: they may have been further down.
 */
export function useFirstPosts(
  posts: readonly Post[],
  from: number | undefined,
): { readonly first: readonly Post[]; readonly isAll: boolean } {
  const [count] = useState(() => (isReturning() ? Infinity : placeOf(posts, from) + Math.ceil(window.innerHeight / LOWEST)))
  const isAll = useDeferredValue(true, posts.length <= count)
  return isAll ? { first: posts, isAll } : { first: posts.slice(0, count), isAll }
}

function placeOf(posts: readonly Post[], from: number | undefined): number {
  const named = window.location.hash.slice(1)
  const isNamed = ({ seq, asks }: Post): boolean => seq === from || named === `post-${seq}` || asks.some(({ id }) => named === `ask-${id}`)
  return Math.max(0, posts.findIndex(isNamed))
}
