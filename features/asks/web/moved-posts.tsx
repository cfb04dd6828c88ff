import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import type { Post } from '../contract/threads.ts'
import { t } from './post-texts.ts'

type Posts = readonly [Post, ...Post[]]

/** Posts as they are shown: each by itself, but places that were left for the same thread together. */
export function placesOf(posts: readonly Post[]): Posts[] {
  return posts.reduce<Posts[]>((places, post) => {
    const last = places.at(-1)
    const goesAlong = last !== undefined && post.moved !== null && last[0].moved?.number === post.moved.number
    return goesAlong ? [...places.slice(0, -1), [...last, post]] : [...places, [post]]
  }, [])
}

/** In place of posts that went elsewhere: how many, who took them there, and the way. */
export function MovedPosts({ posts }: { posts: Posts }) {
  const now = useNow()
  const zone = useMyZone()
  const { moved, seq } = posts[0]
  if (!moved) return null
  return (
    <article className="cut" id={`post-${seq}`}>
      <span>
        {t('movedPosts', { count: posts.length, name: moved.by.name, when: formatSoon(moved.at, { zone, now }) })}{' '}
        <Link className="link" to="/threads/$number" params={{ number: String(moved.number) }} search={{ post: moved.seq }} dir="auto">
          {moved.title}
        </Link>
      </span>
    </article>
  )
}

/** A link to a post that went elsewhere leads there. */
export function useFollowMoved(moved: Post['moved'] | undefined): void {
  const navigate = useNavigate()
  const { number, seq } = moved ?? {}
  useEffect(() => {
    if (number === undefined || seq === undefined) return
    void navigate({ to: '/threads/$number', params: { number: String(number) }, search: { post: seq }, replace: true })
  }, [navigate, number, seq])
}
