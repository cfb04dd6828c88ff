import { useSend } from '#platform/browser/use-send.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { acceptSwap, endSwap } from '../contract/shifts.ts'
import { t } from './rotation-texts.ts'

interface SwapButtonsProps {
  readonly swap: { readonly id: string; readonly may: { readonly accept: boolean; readonly decline: boolean; readonly withdraw?: boolean } }
  /** What shows something else once the offer has its answer. */
  readonly refreshes: readonly Endpoint[]
}

/** What the reader may say to the offer of a shift; who comes too late is told how it ended. */
export function SwapButtons({ swap: { id, may }, refreshes }: SwapButtonsProps) {
  const accept = useSend(acceptSwap, { refreshes })
  const end = useSend(endSwap, { refreshes })
  const refused = accept.error ?? end.error
  if (refused) return <Notice>{refused.message}</Notice>
  return (
    <>
      {may.accept && (
        <Button
          small
          busy={accept.isPending}
          onClick={() => accept.mutate({ id }, { onSuccess: () => showToast({ text: t('accepted') }) })}
        >
          {t('accept')}
        </Button>
      )}
      {(may.decline || may.withdraw) && (
        <Button small kind="bare" busy={end.isPending} onClick={() => end.mutate({ id })}>
          {may.decline ? t('decline') : t('withdraw')}
        </Button>
      )}
    </>
  )
}
