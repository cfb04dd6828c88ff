import { useState } from 'react'
import type { Waiting } from '#platform/browser/waiting.ts'
import { sendAgain, takeBack } from '#platform/browser/outbox.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast.tsx'
import { backToDraft } from './back-to-draft.ts'
import { wordsIn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

interface WaitingActsProps {
  readonly waiting: Waiting
  /** It stands where it was written again. */
  readonly onTaken?: (() => void) | undefined
}

/** What can be done with something that waits, or was refused after it had waited. */
export function WaitingActs({ waiting, onTaken }: WaitingActsProps) {
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(waiting)
  const take = async (): Promise<void> => {
    setBusy(true)
    if (!(await takeBack(waiting))) showToast({ text: t('leftMeanwhile') })
    else {
      backToDraft(waiting)
      onTaken?.()
    }
  }
  const letGo = async (): Promise<void> => {
    if (await takeBack(waiting)) showToast({ text: t('letGone'), undo: () => void sendAgain(waiting) })
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words)
    showToast({ text: t('copied') })
  }
  if (waiting.refusal === null) {
    return (
      <Button small busy={isBusy} onClick={() => void take()}>
        {t('takeBack')}
      </Button>
    )
  }
  return (
    <>
      <Button small onClick={() => void sendAgain(waiting)}>
        {t('again')}
      </Button>
      {waiting.draft && (
        <Button small onClick={() => void take()}>
          {t('backToWriting')}
        </Button>
      )}
      {words !== '' && (
        <Button small kind="bare" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      )}
      <Button small kind="bare" onClick={() => void letGo()}>
        {t('letGo')}
      </Button>
    </>
  )
}
