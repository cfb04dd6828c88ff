import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { listDirectThreads, listThreads, markRead } from '#features/threads/contract/threads.ts'
import { refresh } from '#platform/browser/use-answer.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { showToast } from '#ui/toast.tsx'
import { type Thread, getThread } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import type { ThreadActs } from './thread-acts.ts'

/** What says how much is unread, in other windows; of the inbox by name, because it stands above threads. */
const shows = [getThread, listThreads, listDirectThreads, { name: 'listInboxThreads' }]

/** Marks a thread as read as far as its reader comes; from where they want it unread, no more until they come again. */
export function useReading(thread: Thread): Pick<ThreadActs, 'onRead' | 'onUnread'> {
  const queueing = { line: `read:${thread.number}`, about: thread.title, refreshes: shows, replaces: true, isQuiet: true }
  const mark = useQueue(markRead, queueing)
  const client = useQueryClient()
  const isKept = useRef(false)
  const number = String(thread.number)
  return {
    onRead: (seq) => {
      if (!isKept.current && seq > thread.read) mark.send({ number, seq })
    },
    onUnread: ({ seq }) => {
      isKept.current = true
      const done = (): void => {
        showToast({ text: t('markedUnread') })
        void refresh(client, [getThread])
      }
      mark.send({ number, seq: seq - 1, back: true }, { onSent: done, onWaits: done })
    },
  }
}
