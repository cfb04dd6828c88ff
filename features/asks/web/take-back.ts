import { sendAgain, takeBack } from '#platform/browser/outbox.ts'
import { listWaiting } from '#platform/browser/outbox-entries.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import { showToast } from '#ui/toast.tsx'
import { backToDraft } from './back-to-draft.ts'
import { isWrittenOn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

/** Takes back what has not left yet, into the draft that it was written in. True where it is written on there; else it can be sent after all. */
export async function takeBackToWriting(waiting: Waiting): Promise<boolean> {
  if (!(await takeBack(waiting))) {
    showToast({ text: t('leftMeanwhile') })
    return false
  }
  backToDraft(waiting)
  const goesOn = isWrittenOn(waiting)
  if (!goesOn) showToast({ text: t('takenBack'), undo: () => void sendAgain(waiting) })
  return goesOn
}

/** Takes back what was sent last in a line, where it has not left yet. */
export async function takeBackLine(line: string): Promise<void> {
  const waiting = (await listWaiting()).findLast((one) => one.line === line)
  if (waiting) await takeBackToWriting(waiting)
  else showToast({ text: t('leftMeanwhile') })
}

/** Takes what was refused out of the way of what is done in its stead; what was written for it is in its draft again. */
export async function makeWay(refused: readonly Waiting[]): Promise<void> {
  for (const one of refused) if (await takeBack(one)) backToDraft(one)
}
