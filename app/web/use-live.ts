import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listenForChanges } from '#platform/browser/changes.ts'
import { askAgainFor } from '#platform/browser/use-answer.ts'
import { changedAnswers } from './changed-answers.ts'

/** What changes together is fetched once. */
const GATHERING = 200

/** Keeps what is shown up to date: what the server says has changed is fetched again, in windows that are not looked at once they are. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    const gathered = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const fetchAgain = (): void => {
      const prefixes = changedAnswers([...gathered])
      gathered.clear()
      timer = undefined
      for (const queryKey of prefixes ?? [[]]) void askAgainFor(client, queryKey)
    }
    const stop = listenForChanges((keys) => {
      for (const key of keys) gathered.add(key)
      timer ??= setTimeout(fetchAgain, GATHERING)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}
