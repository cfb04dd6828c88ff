import { useSend } from '#platform/browser/use-send.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { takeAsk } from '../contract/asks.ts'
import { t } from './row-texts.ts'

interface TakeButtonProps {
  readonly ask: Ask
  /** What shows something else once it is taken. */
  readonly refreshes: readonly Endpoint[]
}

/** One press, and the ask is the reader's; who was later is told who was first. */
export function TakeButton({ ask, refreshes }: TakeButtonProps) {
  const take = useSend(takeAsk, { refreshes })
  if (take.error) return <Notice>{take.error.message}</Notice>
  return (
    <Button small busy={take.isPending} onClick={() => take.mutate({ id: ask.id }, { onSuccess: () => showToast({ text: t('taken') }) })}>
      {t('take')}
    </Button>
  )
}
