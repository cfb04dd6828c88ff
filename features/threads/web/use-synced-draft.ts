import { useQueryClient } from '@tanstack/react-query'
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { refresh } from '#platform/browser/use-answer.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { type Draft, listDrafts } from '../contract/drafts.ts'
import { type Conflict, isSynced, keepMine, syncDraft, takeTheirs } from './draft-sync.ts'

const PAUSE = 1_000

interface SyncedDraft<Value> {
  readonly value: Value
  readonly set: Dispatch<SetStateAction<Value>>
  /** It is on the server as it is here. */
  readonly isSynced: boolean
  /** What another device has written meanwhile, and what to do about it. */
  readonly conflict: { readonly theirs: Draft; readonly keepMine: () => void; readonly takeTheirs: () => void } | null
}

/** Something being written, kept on this device at once and on the server soon after: so it is on every device, and outlives each. */
export function useSyncedDraft<Value>(key: string, empty: Value): SyncedDraft<Value> {
  const [value, set] = useDraft(key, empty)
  const client = useQueryClient()
  const emptyText = JSON.stringify(empty)
  const isThere = (written: Value): boolean => isSynced(key, { text: JSON.stringify(written), empty: emptyText })
  // The value itself, and not its text: that is long to make with every key that is pressed.
  const [there, setThere] = useState<{ readonly value: Value } | null>(() => (isThere(value) ? { value } : null))
  const [seen, setSeen] = useState<{ key: string; conflict: Conflict; at: number }>({ key, conflict: null, at: 0 })
  const conflict = seen.key === key ? seen.conflict : null
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const show = (found: Conflict): void => {
    setSeen(({ at }) => ({ key, conflict: found, at: at + 1 }))
    setThere(isThere(latest.current) ? { value: latest.current } : null)
  }
  const sync = async (): Promise<void> => {
    try {
      show(await syncDraft(key, emptyText))
      await refresh(client, [listDrafts])
    } catch {
      // It is kept here; the next look tries again.
      show(null)
    }
  }
  const isSyncedHere = there?.value === value
  useEffect(() => {
    if (conflict !== null) return undefined
    const timer = setTimeout(() => void sync(), isSyncedHere ? 0 : PAUSE)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- a pause begins with each change of the text, and with nothing else
  }, [key, value, conflict])
  useEffect(() => {
    const look = (): void => {
      if (conflict === null) void sync()
    }
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  })
  const settle = (how: (key: string, theirs: Draft) => void) => (): void => {
    if (conflict) how(key, conflict)
    show(null)
  }
  return {
    value,
    set,
    isSynced: conflict === null && isSyncedHere,
    conflict: conflict && { theirs: conflict, keepMine: settle(keepMine), takeTheirs: settle(takeTheirs) },
  }
}
