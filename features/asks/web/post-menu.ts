import { useSavedPost } from '#features/threads/web/use-saved.ts'
import type { MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import type { Post, Thread } from '../contract/threads.ts'
import { useAsksWaiting } from './ask-waits.tsx'
import { t } from './post-texts.ts'
import { usePostWaits } from './post-waits.tsx'
import type { ThreadActs } from './thread-acts.ts'

/** What opens within a post. */
export type PostDialog = 'edit' | 'delete' | 'revisions' | 'answer'

interface PostMenuParts {
  readonly post: Post
  readonly thread: Thread
  readonly acts: ThreadActs
  readonly onOpen: (dialog: PostDialog) => void
}

/** What can be done with a post, by who reads it. */
export function usePostMenu({ post, thread, acts, onOpen }: PostMenuParts): (MenuItem | null)[] {
  const saved = useSavedPost({ id: post.id, seq: post.seq, saved: post.saved, number: thread.number, title: thread.title })
  const asksToAnswer = useAsksToAnswer(thread, post)
  const copy = (): void => {
    void navigator.clipboard.writeText(addressOf(thread.number, post)).then(() => showToast({ text: t('linkCopied') }))
  }
  const opens = (label: string, dialog: PostDialog): MenuItem => ({ label, onSelect: () => onOpen(dialog) })
  // What waits is taken back first.
  const isFree = usePostWaits(post).every(({ refusal }) => refusal !== null)
  const may = { edit: isFree && post.may.edit, delete: isFree && post.may.delete }
  const maySplit = thread.may.steer && post.seq > 1
  return [
    ...(isOpenFor(thread) ? [{ label: t('quote'), keys: 'q', onSelect: () => acts.onQuote(post) }] : []),
    ...(asksToAnswer.length > 0 ? [opens(t('takeAsAnswer'), 'answer')] : []),
    { label: t('copyLink'), onSelect: copy },
    { label: saved.isSaved ? t('forget') : t('save'), onSelect: saved.toggle },
    { label: t('unreadFrom'), onSelect: () => acts.onUnread(post) },
    ...(maySplit ? [{ label: t('splitFrom'), onSelect: () => acts.onSplit(post) }] : []),
    ...(post.version > 1 || may.edit || may.delete ? [null] : []),
    ...(post.version > 1 ? [opens(t('editedBefore'), 'revisions')] : []),
    ...(may.edit ? [opens(t('edit'), 'edit')] : []),
    ...(may.delete ? [opens(t('delete'), 'delete')] : []),
  ]
}

/** The open asks of a thread that the reader may end by saying that this post answers them; not those about which something of theirs waits. */
export function useAsksToAnswer(thread: Thread, post: Post): Ask[] {
  const waiting = useAsksWaiting()
  return thread.asks.filter(
    ({ id, state, may, post: madeIn }) => state === 'open' && (may.answer || may.takePost) && madeIn !== post.id && !waiting.has(id),
  )
}

/** The lasting address of a post. */
export const addressOf = (number: number, post: Pick<Post, 'seq'>): string => `${location.origin}/threads/${number}?post=${post.seq}`

const isOpenFor = ({ may, state }: Thread): boolean => may.post && state === 'open'
