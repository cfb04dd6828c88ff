import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWhy } from '#features/asks/web/use-why.ts'
import { refresh } from '#platform/browser/use-answer.ts'
import type { Sent } from '#platform/browser/use-queue.ts'
import { RefusedError } from '#platform/contract/client.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { showToast } from '#ui/toast.tsx'
import type { TriageRow } from './rows.ts'

export interface Act {
  readonly rows: readonly TriageRow[]
  readonly send: (row: TriageRow) => Promise<Sent>
  /** What is said once it is done, with how many of them. */
  readonly said: (count: number) => string
  /** How one of them is taken back; absent where others know of it by then. */
  readonly undo?: (row: TriageRow) => Promise<Sent>
}

export interface Carrying {
  /** Whether a row is on its way out: not shown any more, unless something new has come in it. */
  readonly isGone: (row: TriageRow) => boolean
  /** Why something could not be done, by the row in which it stands. */
  readonly problems: ReadonlyMap<string, string>
  readonly complain: (key: string, why: string) => void
  readonly carryOut: (act: Act) => Promise<void>
}

/** The last of what a row shows. */
const lastOf = ({ thread }: TriageRow): number => thread?.lastUnread ?? 0
const lasting = (row: TriageRow) => [row.key, lastOf(row)] as const

/** How something is done to rows. They leave at once; what fails comes back with the reason in its row. */
export function useCarrying(
  all: readonly TriageRow[],
  { refreshes, onBack }: { refreshes: readonly Endpoint[]; onBack: (key: string) => void },
): Carrying {
  const client = useQueryClient()
  const why = useWhy()
  const [gone, setGone] = useState<ReadonlyMap<string, number>>(new Map())
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  // What the list comes without has gone for good, and is shown should it ever come again.
  const isGone = (row: TriageRow): boolean => gone.get(row.key) === lastOf(row)
  const left = all.filter(isGone)
  if (left.length < gone.size) setGone(new Map(left.map(lasting)))

  const hide = (rows: readonly TriageRow[]): void => setGone((before) => new Map([...before, ...rows.map(lasting)]))
  const showAgain = (key: string): void => setGone((before) => new Map([...before].filter(([other]) => other !== key)))
  const complain = (key: string, why: string): void => setProblems((before) => new Map(before).set(key, why))
  const forgive = (keys: readonly string[]): void => setProblems((before) => new Map([...before].filter(([key]) => !keys.includes(key))))

  const carryOut = async ({ rows, send, said, undo }: Act): Promise<void> => {
    const keys = rows.map(({ key }) => key)
    forgive(keys)
    hide(rows)
    const outcomes = await Promise.allSettled(rows.map(send))
    const done = rows.filter((row, index) => {
      const outcome = outcomes[index]
      if (outcome?.status === 'rejected') {
        showAgain(row.key)
        complain(row.key, outcome.reason instanceof RefusedError ? why(outcome.reason) : String(outcome.reason))
        return false
      }
      // What waits for the network stands in its row, and can be taken back there.
      const waits = outcome?.value === 'waits' && row.thread === null
      if (waits) showAgain(row.key)
      return !waits
    })
    const takeBack = async (): Promise<void> => {
      if (!undo) return
      await Promise.allSettled(done.map(undo))
      for (const { key } of done) showAgain(key)
      await refresh(client, refreshes)
      if (done[0]) onBack(done[0].key)
    }
    if (done.length > 0) showToast({ text: said(done.length), ...(undo ? { undo: () => void takeBack() } : {}) })
    await refresh(client, refreshes)
  }

  return { isGone, problems, complain, carryOut }
}
