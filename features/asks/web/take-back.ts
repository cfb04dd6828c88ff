import { sendAgain, takeBack } from '#platform/browser/outbox.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import { showToast } from '#ui/toast.tsx'
import { backToDraft } from './back-to-draft.ts'
import { t } from './waiting-texts.ts'

/** Takes back what has not left yet: into the draft that it was written in, and true; what had none can be sent after all. */
export async function takeBackToWriting(waiting: Waiting): Promise<boolean> {
  if (!(await takeBack(waiting))) {
    showToast({ text: t('leftMeanwhile') })
    return false
  }
  backToDraft(waiting)
  if (!waiting.draft) showToast({ text: t('takenBack'), undo: () => void sendAgain(waiting) })
  return waiting.draft !== null
}

/** Takes what was refused out of the way of what is done in its stead; what was written for it is in its draft again. */
export async function makeWay(refused: readonly Waiting[]): Promise<void> {
  for (const one of refused) if (await takeBack(one)) backToDraft(one)
}
