import { forgetPost, listSaved, savePost } from '#features/threads/contract/saved.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { type Post, type Thread, getThread, listPosts } from '../contract/threads.ts'
import { useAsksWaiting } from './ask-waits.tsx'
import { t } from './post-texts.ts'
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
  const keep = useKeepPost(post)
  const asksToAnswer = useAsksToAnswer(thread, post)
  const copy = (): void => {
    void navigator.clipboard.writeText(addressOf(thread.number, post)).then(() => showToast({ text: t('linkCopied') }))
  }
  const opens = (label: string, dialog: PostDialog): MenuItem => ({ label, onSelect: () => onOpen(dialog) })
  const maySplit = thread.may.steer && post.seq > 1
  return [
    ...(isOpenFor(thread) ? [{ label: t('quote'), keys: 'q', onSelect: () => acts.onQuote(post) }] : []),
    ...(asksToAnswer.length > 0 ? [opens(t('takeAsAnswer'), 'answer')] : []),
    { label: t('copyLink'), onSelect: copy },
    { label: post.saved ? t('forget') : t('save'), onSelect: keep },
    { label: t('unreadFrom'), onSelect: () => acts.onUnread(post) },
    ...(maySplit ? [{ label: t('splitFrom'), onSelect: () => acts.onSplit(post) }] : []),
    ...(post.version > 1 || post.may.edit || post.may.delete ? [null] : []),
    ...(post.version > 1 ? [opens(t('editedBefore'), 'revisions')] : []),
    ...(post.may.edit ? [opens(t('edit'), 'edit')] : []),
    ...(post.may.delete ? [opens(t('delete'), 'delete')] : []),
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

function useKeepPost(post: Post): () => void {
  const refreshes = [getThread, listPosts, listSaved]
  const save = useSend(savePost, { refreshes })
  const forget = useSend(forgetPost, { refreshes })
  const undo = (): void => forget.mutate({ id: post.id })
  return () =>
    post.saved
      ? forget.mutate({ id: post.id }, { onSuccess: () => showToast({ text: t('forgotten') }) })
      : save.mutate({ id: post.id }, { onSuccess: () => showToast({ text: t('saved'), undo }) })
}
