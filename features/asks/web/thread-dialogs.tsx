import { draftText } from '#platform/browser/drafts.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import type { Thread } from '../contract/threads.ts'
import { HighlightsDialog } from './highlights-dialog.tsx'
import { MoveThreadDialog } from './move-thread-dialog.tsx'
import { OutcomeDialog, outcomeDraft } from './outcome-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { ThreadDialog } from './thread-dialog.tsx'
import { type ThreadDialogName, dialogOf } from './waiting-words.ts'

/** Posts taken out of a thread: all behind a seq, or those that were chosen. */
interface Splitting {
  readonly splitFrom: number
  readonly chosen?: readonly string[]
}

/** What is open over a thread. */
export type Opened = Exclude<ThreadDialogName, 'split'> | 'move' | Splitting

/** What the end of an address opens over a thread, for who may do it. */
export function openedBy(hash: string, { may }: Thread): Opened | null {
  if (hash === '#change') return may.change ? 'change' : null
  if (!may.steer) return null
  if (hash === '#split') return { splitFrom: 2 }
  return hash === '#outcome' || hash === '#reopen' || hash === '#highlights' ? (hash.slice(1) as Opened) : null
}

/** Where something that waited is written again. */
export function openedAgain(waiting: Waiting): Opened | null {
  const dialog = dialogOf(waiting)
  if (dialog !== 'split') return dialog
  const { from, posts } = waiting.request.body
  return typeof from === 'number' ? { splitFrom: from } : { splitFrom: 2, chosen: Array.isArray(posts) ? posts.map(String) : [] }
}

interface ThreadDialogsProps {
  readonly thread: Thread
  readonly opened: Opened | null
  readonly onOpen: (opened: Opened | null) => void
}

export function ThreadDialogs({ thread, opened, onOpen }: ThreadDialogsProps) {
  const onClose = (): void => onOpen(null)
  // What was refused while it was concluded can be concluded with now.
  const reopened = (): void => onOpen(draftText(outcomeDraft(thread)) === null ? null : 'outcome')
  if (opened === 'outcome') return <OutcomeDialog thread={thread} onClose={onClose} />
  if (opened === 'reopen') return <ReopenDialog thread={thread} onClose={onClose} onReopened={reopened} />
  if (opened === 'highlights') return <HighlightsDialog thread={thread} onClose={onClose} />
  if (opened === 'change') return <ThreadDialog thread={thread} onClose={onClose} />
  if (opened === 'move') return <MoveThreadDialog thread={thread} onClose={onClose} />
  return opened && <SplitDialog thread={thread} from={opened.splitFrom} chosen={opened.chosen} onClose={onClose} />
}
