import { type RefObject, useEffect, useRef } from 'react'
import type { Post, Thread } from '../contract/threads.ts'
import { quoteOf, selectedInPost } from './quoting.ts'

interface Quoting {
  /** What takes a quote into the reply; the reply gives it. */
  readonly quoting: RefObject<((quote: string) => void) | null>
  /** Quotes what is selected within a post, if anything is. */
  readonly quoteSelection: () => void
  /** Quotes what was selected in this post last, else all of it. */
  readonly onQuote: (post: Post) => void
}

/** Quotes posts of a thread in the reply, and goes on writing there. */
export function useQuoting(thread: Thread, field: RefObject<HTMLTextAreaElement | null>): Quoting {
  const quoting = useRef<((quote: string) => void) | null>(null)
  const last = useRef<ReturnType<typeof selectedInPost>>(null)
  useEffect(() => {
    // The menu of a post is opened by a press that may end the selection: what was selected before it counts.
    const remember = (): void => {
      last.current = selectedInPost() ?? (document.activeElement?.closest('.menu, .post__h') ? last.current : null)
    }
    document.addEventListener('selectionchange', remember)
    return () => document.removeEventListener('selectionchange', remember)
  }, [])
  const quote = (post: Pick<Post, 'seq' | 'author'>, text: string): void => {
    quoting.current?.(quoteOf(post, { number: thread.number, text }))
    const area = field.current
    area?.focus()
    requestAnimationFrame(() => area?.setSelectionRange(area.value.length, area.value.length))
  }
  return {
    quoting,
    quoteSelection: () => {
      const selected = selectedInPost()
      const element = selected && document.querySelector<HTMLElement>(`[data-post="${selected.postId}"]`)
      if (!selected || !element) return
      const seq = Number(element.id.replace('post-', ''))
      quote({ seq, author: { handle: '', name: element.dataset['author'] ?? '' } }, selected.text)
    },
    onQuote: (post) => quote(post, last.current?.postId === post.id ? last.current.text : post.body),
  }
}
