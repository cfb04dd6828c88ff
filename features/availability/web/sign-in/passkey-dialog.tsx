import { useState } from 'react'
import { getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { addPasskey, beginPasskey } from '#features/people/contract/passkeys.ts'
import { makePasskey } from '#features/people/web/passkeys.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { t } from './texts.ts'

type Made = RequestOf<typeof addPasskey>['passkey']

/** Names a passkey, then has the browser make it. */
export function PasskeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [isNothing, setNothing] = useState(false)
  const begin = useSend(beginPasskey)
  const add = useSend(addPasskey, { refreshes: [getOwnSignIn, listSignInHistory] })
  const done = (): void => {
    onClose()
    showToast({ text: t('passkeyAdded') })
  }
  const make = async (options: object): Promise<void> => {
    setMaking(true)
    const passkey = await makePasskey<Made>(options).finally(() => setMaking(false))
    setNothing(!passkey)
    if (passkey) add.mutate({ name, passkey }, { onSuccess: done })
  }
  const failure = begin.error ?? add.error
  return (
    <Dialog title={t('addPasskey')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setNothing(false)
          begin.mutate({}, { onSuccess: (options) => void make(options) })
        }}
      >
        <TextField
          label={t('passkeyName')}
          placeholder={t('passkeyNamePlaceholder')}
          hint={t('passkeyNameHint')}
          required
          maxLength={100}
          autoFocus
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {failure && <Notice tone="stop">{failure.message}</Notice>}
        {isNothing && <Notice>{t('passkeyNothing')}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={begin.isPending || isMaking || add.isPending}>
            {t('passkeyGo')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
