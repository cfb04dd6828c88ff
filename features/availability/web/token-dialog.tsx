import { useState } from 'react'
import { listTokens, makeToken } from '#features/people/contract/tokens.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { CopyField } from './copy-field.tsx'
import { t } from './settings-texts.ts'
import { type TokenReach, scopesOf } from './token-scopes.ts'
import { TokenScopesField } from './token-scopes-field.tsx'

interface TokenDialogProps {
  readonly mayAdminister: boolean
  readonly onClose: () => void
}

const lasting = { 30: 'expires30', 90: 'expires90', 365: 'expires365', 0: 'expiresNever' } as const

/** Makes a token, then shows it this once. */
export function TokenDialog({ mayAdminister, onClose }: TokenDialogProps) {
  const now = useNow()
  const [name, setName] = useState('')
  const [reach, setReach] = useState<TokenReach>({ whole: 'write', areas: {} })
  const [days, setDays] = useState(90)
  const make = useSend(makeToken, { refreshes: [listTokens] })
  const errorOf = (path: string): string | undefined => make.error?.errors.find((each) => each.path.startsWith(path))?.message
  const expiresAt = days === 0 ? null : now.add({ hours: days * 24 }).toString()
  if (make.data) {
    return (
      <Dialog
        title={t('tokenMade')}
        onClose={onClose}
        foot={
          <Button kind="main" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <CopyField label={t('token')} text={make.data.token} hint={t('tokenOnce')} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t('makeToken')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ name, scopes: scopesOf(reach), expiresAt })
        }}
      >
        <TextField
          label={t('tokenName')}
          placeholder={t('tokenNamePlaceholder')}
          required
          maxLength={100}
          autoFocus
          dir="auto"
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TokenScopesField reach={reach} mayAdminister={mayAdminister} error={errorOf('scopes')} onChange={setReach} />
        <SelectField
          label={t('expires')}
          value={days}
          error={errorOf('expiresAt')}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {([30, 90, 365, 0] as const).map((count) => (
            <option key={count} value={count}>
              {t(lasting[count])}
            </option>
          ))}
        </SelectField>
        {make.error && make.error.errors.length === 0 && <Notice tone="stop">{make.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={make.isPending}>
            {t('makeToken')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
