import { memo, useState } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { PostFiles } from '#features/threads/web/post-files.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { call } from '#platform/contract/client.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import { getPost } from '../contract/posts.ts'
import type { Post, Thread } from '../contract/threads.ts'
import { DeletePostDialog } from './delete-post-dialog.tsx'
import { EditPost } from './edit-post.tsx'
import { InlineAsk } from './inline-ask.tsx'
import { PostHead } from './post-head.tsx'
import { type PostDialog, useAsksToAnswer } from './post-menu.ts'
import { PostWaits, filesWith, usePostWaits } from './post-waits.tsx'
import { Reactions, useReact } from './reactions.tsx'
import { RevisionsDialog } from './revisions-dialog.tsx'
import { makeWay } from './take-back.ts'
import { TakeAnswerDialog } from './take-answer-dialog.tsx'
import { t } from './texts.ts'
import type { ThreadActs } from './thread-acts.ts'
import { postActIn } from './waiting-words.ts'
import { Written } from './written.tsx'

interface ThreadPostProps {
  readonly post: Post
  readonly thread: Thread
  readonly days: ReadonlyMap<string, Day>
  readonly acts: ThreadActs
  /** A link named this one. */
  readonly isLinked: boolean
  readonly isFirstOfAuthor: boolean
}

/** One post: who, when and where they are, what they wrote, and what it asks. There are many on a page: each is shown anew only when it has changed. */
export const ThreadPost = memo(function ThreadPost(props: ThreadPostProps) {
  const { post, thread, days, acts, isLinked, isFirstOfAuthor } = props
  const [open, setOpen] = useState<PostDialog | null>(() => (location.hash === `#edit-${post.id}` && post.may.edit ? 'edit' : null))
  const now = useNow()
  const zone = useMyZone()
  const react = useReact(post)
  const asksToAnswer = useAsksToAnswer(thread, post)
  const waits = usePostWaits(post)
  const sent = waits.filter(({ refusal }) => refusal === null)
  const refused = waits.filter(({ refusal }) => refusal !== null)
  const close = (): void => setOpen(null)
  // What was refused is written anew, or makes way for what is done instead.
  const onOpen = (dialog: PostDialog): void =>
    void makeWay(dialog === 'edit' || dialog === 'delete' ? refused : []).then(() => setOpen(dialog))
  const below = <PostWaits waits={waits} onTaken={() => setOpen('edit')} />
  if (post.deleted || sent.some((one) => postActIn(one)?.act === 'deletePost')) {
    return (
      <article className={classes('post', sent.length > 0 && 'is-waiting')} tabIndex={-1} id={`post-${post.seq}`}>
        {post.deleted && (
          <p className="cut">{t('deleted', { name: post.deleted.by.name, when: formatSoon(post.deleted.at, { zone, now }) })}</p>
        )}
        {below}
      </article>
    )
  }
  return (
    <article
      className={classes('post', isLinked && 'is-linked', sent.length > 0 && 'is-waiting')}
      id={`post-${post.seq}`}
      tabIndex={-1}
      data-post={post.id}
      data-author={post.author.name}
      aria-label={`${post.author.name}, ${formatSoon(post.at, { zone, now })}`}
    >
      <PostHead
        post={post}
        thread={thread}
        day={days.get(post.author.handle)}
        hasBand={isFirstOfAuthor}
        acts={acts}
        onOpen={onOpen}
        onReact={react}
      />
      {open === 'edit' && <EditPost post={post} thread={thread} onClose={close} />}
      {open !== 'edit' && sent.length === 0 && <Written html={post.html} links={post.links} />}
      {below}
      {open !== 'edit' && (
        <PostFiles files={filesWith(sent, post.files)} read={() => call(getPost, { id: post.id }).then(({ files }) => files)} />
      )}
      {post.fyi && (
        <p className="react">
          <span className="kind">
            <Icon name="book-open" />
            {t('fyi')}
          </span>
          <span>{t('fyiMore')}</span>
        </p>
      )}
      <Reactions post={post} onReact={react} />
      {post.asks.map((ask) => (
        <InlineAsk key={ask.id} ask={ask} days={days} after={post.seq} onAnswer={acts.onAnswer} onSeeAnswer={acts.onSeeAnswer} />
      ))}
      {open === 'answer' && <TakeAnswerDialog post={post} number={thread.number} asks={asksToAnswer} onClose={close} />}
      {open === 'delete' && <DeletePostDialog post={post} thread={thread} onClose={close} />}
      {open === 'revisions' && <RevisionsDialog post={post} onClose={close} />}
    </article>
  )
})
