import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { answerOptions, useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import { type Post, type Thread, listPosts } from '../contract/threads.ts'
import { handleOf } from '../rules/owner.ts'
import { MovedPosts, placesOf, useFollowMoved } from './moved-posts.tsx'
import type { ThreadActs } from './thread-acts.ts'
import { ThreadPost } from './thread-post.tsx'
import { t } from './texts.ts'
import { useArrivals } from './use-arrivals.ts'
import { useFirstPosts } from './use-first-posts.ts'
import { useSteadyActs } from './use-steady-acts.ts'

interface ThreadPostsProps {
  readonly thread: Thread
  /** The seq to begin at instead of the first unread. */
  readonly from: number | undefined
  /** It was asked for since it was opened, and is not only as it was read before. */
  readonly isFresh: boolean
  readonly acts: ThreadActs
}

const LIMIT = 50
const BEFORE_LINK = 6

/** The posts of a thread from the first unread, or from the one a link names; earlier and later ones on a press. */
export function ThreadPosts({ thread, from, isFresh, acts }: ThreadPostsProps) {
  const client = useQueryClient()
  const number = String(thread.number)
  useStepKeys('.thread article.post', { group: t('keysGroup'), next: t('nextPost'), previous: t('previousPost') })
  const first = thread.posts.items[0]?.seq ?? 1
  const [start] = useState(() => (from === undefined ? first - 1 : Math.max(0, from - BEFORE_LINK)))
  const [later, setLater] = useState<readonly number[]>([start])
  const [earlier, setEarlier] = useState<readonly number[]>([])
  useState(() => {
    if (from === undefined) client.setQueryData(answerOptions(listPosts, { number, after: start, limit: LIMIT }).queryKey, thread.posts)
  })
  const firstUnread = useFirstUnread(thread, isFresh)
  const common = { thread, acts: useSteadyActs(acts), firstUnread, linked: from }
  const top = earlier.at(-1) ?? start + 1
  return (
    <>
      {top > 1 && earlier.length === 0 && <EarlierButton onPress={() => setEarlier([start + 1])} />}
      {earlier.toReversed().map((before, index) => (
        <Piece
          key={before}
          {...common}
          input={{ number, before, limit: LIMIT }}
          onNext={index === 0 ? (next) => setEarlier([...earlier, next]) : undefined}
          isEarlier
        />
      ))}
      {later.map((after, index) => (
        <Piece
          key={after}
          {...common}
          input={{ number, after, limit: LIMIT }}
          scrollTo={index === 0 ? from : undefined}
          onNext={index === later.length - 1 ? (next) => setLater([...later, next]) : undefined}
        />
      ))}
    </>
  )
}

/** What was the first unread when the thread was opened. Where it was read before, what has come since is known only once it was asked for again. */
function useFirstUnread(thread: Thread, isFresh: boolean): number | null {
  const [known, setKnown] = useState<{ readonly seq: number | null } | null>(null)
  if (isFresh && known === null) setKnown({ seq: thread.firstUnread })
  return known?.seq ?? null
}

function EarlierButton({ onPress }: { onPress: () => void }) {
  return (
    <p className="cut">
      <Button kind="bare" small onClick={onPress}>
        {t('earlier')}
      </Button>
    </p>
  )
}

interface PieceProps {
  readonly thread: Thread
  readonly input: { number: string; after?: number; before?: number; limit: number }
  readonly acts: ThreadActs
  /** What was the first unread when the thread was opened. */
  readonly firstUnread: number | null
  /** The one that a link named. */
  readonly linked: number | undefined
  readonly scrollTo?: number | undefined
  readonly onNext: ((next: number) => void) | undefined
  readonly isEarlier?: boolean
}

function Piece({ thread, input, acts, firstUnread, linked, scrollTo, onNext, isEarlier = false }: PieceProps) {
  const { data, error, refetch, isFetching } = useAnswer(listPosts, input)
  const items = data?.items ?? []
  const { shown, waiting, show } = useArrivals(items, useMe()?.person.handle, data !== undefined && !isFetching)
  const days = useDays([...items.flatMap(peopleIn), ...thread.asks.flatMap((ask) => handleOf(ask.owner) ?? [])])
  const moved = items.find(({ seq }) => seq === scrollTo)?.moved
  useFollowMoved(moved)
  const isLoaded = data !== undefined
  useEffect(() => {
    if (scrollTo !== undefined && isLoaded) document.querySelector(`#post-${scrollTo}`)?.scrollIntoView({ block: 'start' })
  }, [scrollTo, isLoaded])
  if (error && !data) return <NotLoaded why={error.message} onAgain={() => void refetch()} />
  if (!data) return <Skeleton shape="text" />
  const more = data.next !== null && onNext && (
    <p className="cut">
      <Button kind="bare" small onClick={() => onNext(data.next ?? 0)}>
        {isEarlier ? t('earlier') : t('later')}
      </Button>
    </p>
  )
  const place = { thread, days, acts, firstUnread, linked }
  return (
    <>
      {isEarlier && more}
      <Shown posts={shown} isBefore={isEarlier} place={place}>
        {!isEarlier && <EndMark seq={shown.at(-1)?.seq} onSeen={acts.onRead} />}
        {waiting.length > 0 ? <NewPosts count={waiting.length} onShow={show} /> : !isEarlier && more}
      </Shown>
    </>
  )
}

interface ShownProps {
  readonly posts: readonly Post[]
  readonly place: Omit<PlaceProps, 'posts' | 'isFirstOfAuthor'>
  /** They stand above what is looked at. */
  readonly isBefore: boolean
  /** What stands below them. */
  readonly children: ReactNode
}

function Shown({ posts, place, isBefore, children }: ShownProps) {
  const { first, isAll } = useFirstPosts(posts, isBefore ? posts.at(-1)?.seq : place.linked)
  const firsts = new Set(new Map(posts.toReversed().map(({ author, id }) => [author.handle, id])).values())
  return (
    <>
      {placesOf(first).map((posts) => (
        <Place key={posts[0].id} posts={posts} {...place} isFirstOfAuthor={firsts.has(posts[0].id)} />
      ))}
      {isAll && children}
    </>
  )
}

type PlaceProps = Pick<PieceProps, 'thread' | 'acts' | 'firstUnread' | 'linked'> & {
  readonly posts: readonly [Post, ...Post[]]
  /** The band of their day stands above the first of their posts alone. */
  readonly isFirstOfAuthor: boolean
  readonly days: ReadonlyMap<string, Day>
}

function Place({ posts, thread, days, acts, firstUnread, linked, isFirstOfAuthor }: PlaceProps) {
  const [post] = posts
  return (
    <>
      {post.seq === firstUnread && post.seq > 1 && <p className="cut">{t('newSince')}</p>}
      {post.moved ? (
        <MovedPosts posts={posts} />
      ) : (
        <ThreadPost post={post} thread={thread} days={days} acts={acts} isLinked={post.seq === linked} isFirstOfAuthor={isFirstOfAuthor} />
      )}
    </>
  )
}

function NotLoaded({ why, onAgain }: { why: string; onAgain: () => void }) {
  const again = (
    <Button small onClick={onAgain}>
      {t('tryAgain')}
    </Button>
  )
  return (
    <Notice tone="stop" acts={again}>
      {why}
    </Notice>
  )
}

function NewPosts({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <p className="cut" role="status">
      <Button small onClick={onShow}>
        {t('newPosts', { count })}
      </Button>
    </p>
  )
}

/** Tells when the end of the loaded posts has come into view: what stands before it counts as read. */
function EndMark({ seq, onSeen }: { seq: number | undefined; onSeen: (seq: number) => void }) {
  const mark = useRef<HTMLSpanElement>(null)
  const tell = useRef(onSeen)
  useEffect(() => {
    tell.current = onSeen
  })
  useEffect(() => {
    if (!mark.current || seq === undefined) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && tell.current(seq))
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [seq])
  return <span ref={mark} />
}

const peopleIn = (post: Post): string[] => [post.author.handle, ...post.asks.flatMap((ask) => handleOf(ask.owner) ?? [])]
