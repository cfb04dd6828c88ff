import { getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { removeSecondFactor } from '#features/people/contract/second-factor.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { t } from './texts.ts'

/** Says what turning the second factor off means, before it is done. */
export function SecondFactorOffDialog({ onClose }: { onClose: () => void }) {
  const remove = useSend(removeSecondFactor, { refreshes: [getOwnSignIn, listSignInHistory] })
  const done = (): void => {
    onClose()
    showToast({ text: t('factorOff') })
  }
  return (
    <Dialog
      title={t('factorOffTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button stop busy={remove.isPending} onClick={() => remove.mutate({}, { onSuccess: done })}>
            {t('factorTurnOff')}
          </Button>
        </>
      }
    >
      <p>{t('factorOffMore')}</p>
      {remove.error && <Notice tone="stop">{remove.error.message}</Notice>}
    </Dialog>
  )
}
