import { useLayoutEffect, useRef, useState } from 'react'
import type { ThreadActs } from './thread-acts.ts'

/** These acts, the same as long as the thread is shown: a post is not shown anew because what is done around it is made anew. */
export function useSteadyActs(acts: ThreadActs): ThreadActs {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const [steady] = useState<ThreadActs>(() => ({
    onAnswer: (ask) => latest.current.onAnswer(ask),
    onSeeAnswer: (ask) => latest.current.onSeeAnswer(ask),
    onQuote: (post) => latest.current.onQuote(post),
    onSplit: (post) => latest.current.onSplit(post),
    onRead: (seq) => latest.current.onRead(seq),
    onUnread: (post) => latest.current.onUnread(post),
  }))
  return steady
}
