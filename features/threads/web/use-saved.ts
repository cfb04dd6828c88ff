import { useQueue } from '#platform/browser/use-queue.ts'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { showToast } from '#ui/toast.tsx'
import { forgetPost, forgetThread, listSaved, savePost, saveThread } from '../contract/saved.ts'
import { t } from './mine-texts.ts'

/** A thread, or a post in it. */
interface Place {
  readonly number: number
  readonly title: string
  /** The place of the post; null for the thread. */
  readonly seq: number | null
}

interface Saved {
  /** As it will be once what waits is sent. */
  readonly isSaved: boolean
  /** What the reader did and has not left yet, or was refused. */
  readonly waiting: Waiting | undefined
  /** Keeps it for later, or no longer. */
  readonly toggle: () => void
}

const KEPT = 'saved:'

/** Whether a thread is kept for later, as `saved` has it, and the way to change that. */
export function useSavedThread({ saved, ...thread }: Omit<Place, 'seq'> & { readonly saved: boolean }): Saved {
  const place = { ...thread, seq: null }
  const save = useQueue(saveThread, queueingOf(place))
  const forget = useQueue(forgetThread, queueingOf(place))
  const input = { number: String(thread.number) }
  return useSaved(place, { saved, send: (keeps, ways) => (keeps ? save : forget).send(input, ways) })
}

/** As `useSavedThread`, for a post. */
export function useSavedPost({ id, saved, ...place }: Place & { readonly id: string; readonly saved: boolean }): Saved {
  const save = useQueue(savePost, queueingOf(place))
  const forget = useQueue(forgetPost, queueingOf(place))
  return useSaved(place, { saved, send: (keeps, ways) => (keeps ? save : forget).send({ id }, ways) })
}

/** What the reader keeps from now on and has not left yet, or was refused. */
export const useSaving = (): readonly Waiting[] => useWaiting((one) => one.line.startsWith(KEPT) && saves(one))

/** Whether something that waits keeps it, and does not let it go. */
export const saves = ({ request }: Waiting): boolean => request.name === savePost.name || request.name === saveThread.name

/** The line of what is done with it: it tells the thread, and the place of the post in it. */
export const lineOfSaved = ({ number, seq }: Pick<Place, 'number' | 'seq'>): string => `${KEPT}${number}${seq === null ? '' : `:${seq}`}`

/** Where something that waits is found. */
export function placeOfSaved({ line }: Waiting): { readonly number: string; readonly seq: number | null } {
  const [number = '', seq] = line.slice(KEPT.length).split(':')
  return { number, seq: seq === undefined ? null : Number(seq) }
}

// By name those of features that stand above this one.
const shows = [listSaved, { name: 'getThread' }, { name: 'listPosts' }]
const queueingOf = (place: Place) => ({ line: lineOfSaved(place), about: place.title, replaces: true, refreshes: shows })

interface Ways {
  readonly onSent?: () => void
  readonly onWaits?: () => void
  readonly onRefused: (error: Error) => void
}

interface Saving {
  readonly saved: boolean
  readonly send: (keeps: boolean, ways: Ways) => void
}

function useSaved(place: Place, { saved, send }: Saving): Saved {
  const line = lineOfSaved(place)
  const [waiting] = useWaiting((one) => one.line === line)
  const isSaved = waiting && waiting.refusal === null ? saves(waiting) : saved
  const onRefused = ({ message }: Error): void => showToast({ text: t('notDone', { why: message }) })
  const keep = (keeps: boolean): void => {
    const said = (text: string) => (): void => showToast({ text, undo: () => send(!keeps, { onRefused }) })
    send(keeps, {
      onSent: said(t(keeps ? 'kept' : 'letGone')),
      onWaits: said(t(keeps ? 'keptWaits' : 'letGoneWaits')),
      onRefused,
    })
  }
  return { isSaved, waiting, toggle: () => keep(!isSaved) }
}
