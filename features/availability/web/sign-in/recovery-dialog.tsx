import { getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { renewRecoveryCodes } from '#features/people/contract/second-factor.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { t } from './texts.ts'

/** Other recovery codes in place of those that were kept. */
export function RecoveryDialog({ onClose }: { onClose: () => void }) {
  const renew = useSend(renewRecoveryCodes, { refreshes: [getOwnSignIn, listSignInHistory] })
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onClose={onClose} />
  return (
    <Dialog
      title={t('factorRenewTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={renew.isPending} onClick={() => renew.mutate({})}>
            {t('factorRenew')}
          </Button>
        </>
      }
    >
      <p>{t('factorRenewMore')}</p>
      {renew.error && <Notice tone="stop">{renew.error.message}</Notice>}
    </Dialog>
  )
}
