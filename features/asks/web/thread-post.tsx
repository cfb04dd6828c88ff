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
import { Reactions, useReact } from './reactions.tsx'
import { RevisionsDialog } from './revisions-dialog.tsx'
import { TakeAnswerDialog } from './take-answer-dialog.tsx'
import { t } from './texts.ts'
import type { ThreadActs } from './thread-acts.ts'
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
  const [open, setOpen] = useState<PostDialog | null>(null)
  const now = useNow()
  const zone = useMyZone()
  const react = useReact(post)
  const asksToAnswer = useAsksToAnswer(thread, post)
  const close = (): void => setOpen(null)
  if (post.deleted) {
    return (
      <article className="post" tabIndex={-1} id={`post-${post.seq}`}>
        <p className="cut">{t('deleted', { name: post.deleted.by.name, when: formatSoon(post.deleted.at, { zone, now }) })}</p>
      </article>
    )
  }
  return (
    <article
      className={classes('post', isLinked && 'is-linked')}
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
        onOpen={setOpen}
        onReact={react}
      />
      {open === 'edit' ? <EditPost post={post} onClose={close} /> : <Written html={post.html} links={post.links} />}
      {open !== 'edit' && <PostFiles files={post.files} read={() => call(getPost, { id: post.id }).then(({ files }) => files)} />}
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
      {open === 'delete' && <DeletePostDialog post={post} onClose={close} />}
      {open === 'revisions' && <RevisionsDialog post={post} onClose={close} />}
    </article>
  )
})
