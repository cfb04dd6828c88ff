import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { RefusedError, isUnreachable } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { NotFound } from './not-found.tsx'
import { t } from './texts.ts'

/** In place of a page that did not work: what happened, that nothing is lost, and a way to try again. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  if (error instanceof RefusedError && error.status === 404) return <NotFound />
  const tryAgain = (): void => {
    boundary.reset()
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert">
      <Empty
        whole
        title={isUnreachable(error) ? t('unreachableTitle') : t('brokenTitle')}
        act={<Button onClick={tryAgain}>{t('tryAgain')}</Button>}
      >
        {isUnreachable(error) ? t('unreachableText') : detailOf(error)}
      </Empty>
    </div>
  )
}

/** A refusal says itself what to do next; anything else is a fault of ours. */
function detailOf(error: unknown): string {
  return error instanceof RefusedError ? error.message : t('brokenText')
}
