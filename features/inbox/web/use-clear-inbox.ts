import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { pagesOptions } from '#platform/browser/use-pages.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { showToast } from '#ui/toast.tsx'
import { clearInbox, listInbox, listInboxThreads } from '../contract.ts'
import { t } from './texts.ts'

const LINE = 'inbox'
/** How many items are shown at first. */
export const PIECE = 50

interface Clearing {
  readonly isSending: boolean
  readonly clear: () => void
}

/** Marks all read that was delivered as far as this device has seen; what comes while that waits to be sent is not among it. */
export function useClearInbox(): Clearing {
  const client = useQueryClient()
  const { isSending, send } = useQueue(clearInbox, { line: LINE, about: '', replaces: true, refreshes: [listInbox, listInboxThreads] })
  const onRefused = ({ message }: Error): void => showToast({ text: t('refused', { why: message }) })
  const undo = (): void => void import('#features/asks/web/take-back.ts').then(({ takeBackLine }) => takeBackLine(LINE))
  const clearTo = (through: number): void =>
    send(
      { through },
      {
        onSent: ({ kept }) => showToast({ text: t('cleared', { count: kept.length }) }),
        onWaits: () => showToast({ text: t('clearWaits'), undo }),
        onRefused,
      },
    )
  return { isSending, clear: () => void seenThrough(client).then(clearTo, onRefused) }
}

/** That all was marked read and has not left yet, or was refused. */
export const useClearWaits = (): Waiting | undefined => useWaiting(({ line }) => line === LINE).at(-1)

/** Whether all that was delivered up to here is marked read by what waits. */
export const isClearedBy = (waiting: Waiting | undefined, through: number): boolean =>
  waiting?.refusal === null && through <= Number(waiting.request.body['through'])

/** How far what is known here of the inbox reaches; asked for where it is not known, or has changed. */
async function seenThrough(client: QueryClient): Promise<number> {
  const inbox = pagesOptions(listInbox, { state: 'open', limit: PIECE })
  const { pages } = await client.fetchInfiniteQuery({ ...inbox, staleTime: Infinity }).catch((error: unknown) => {
    const known = client.getQueryData(inbox.queryKey)
    if (known) return known
    throw error
  })
  return pages[0]?.through ?? 0
}
