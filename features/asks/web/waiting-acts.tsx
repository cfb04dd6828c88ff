import { useState } from 'react'
import type { Waiting } from '#platform/browser/waiting.ts'
import { sendAgain, takeBack } from '#platform/browser/outbox.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast.tsx'
import { takeBackToWriting } from './take-back.ts'
import { isWrittenOn, wordsIn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

interface WaitingActsProps {
  readonly waiting: Waiting
  /** It stands where it was written again. */
  readonly onTaken?: (() => void) | undefined
}

/** It was written over a text that is another by now: the same again is refused again. */
const OTHER_TEXT = 412

/** What can be done with something that waits, or was refused after it had waited. */
export function WaitingActs({ waiting, onTaken }: WaitingActsProps) {
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(waiting)
  const take = async (): Promise<void> => {
    setBusy(true)
    if (await takeBackToWriting(waiting)) onTaken?.()
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
      {waiting.refusal.status !== OTHER_TEXT && (
        <Button small onClick={() => void sendAgain(waiting)}>
          {t('again')}
        </Button>
      )}
      {isWrittenOn(waiting) && words !== '' && (
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
