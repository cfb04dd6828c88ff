import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { takeAsk } from '../contract/asks.ts'
import { useAskWaits } from './ask-waits.tsx'
import { t } from './row-texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

interface TakeButtonProps {
  readonly ask: Ask
  /** What shows something else once it is taken, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
}

/** One press, and the ask is the reader's; who was later is told who was first. Nothing while something the reader did about it waits. */
export function TakeButton({ ask, refreshes = [] }: TakeButtonProps) {
  const take = useAskAct(takeAsk, ask, { refreshes })
  const waits = useAskWaits(ask).length > 0
  const why = useWhy()
  if (waits) return null
  if (take.error) return <Notice>{why(take.error)}</Notice>
  return (
    <Button small busy={take.isSending} onClick={() => take.send({ id: ask.id }, { onSent: () => showToast({ text: t('taken') }) })}>
      {t('take')}
    </Button>
  )
}
