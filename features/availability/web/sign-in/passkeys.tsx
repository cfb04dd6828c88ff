import { useState } from 'react'
import { type OwnSignIn, getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { type Passkey, removePasskey } from '#features/people/contract/passkeys.ts'
import { getSignIn } from '#features/people/contract/sign-in.ts'
import { passkeysWork } from '#features/people/web/passkeys.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { SettingsList } from '../settings-list.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { useMyZone } from '../use-me.ts'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { t } from './texts.ts'
import type { Confirmed } from './use-confirmed.ts'

/** One's passkeys: added, listed, removed. */
export function Passkeys({ own, confirmed }: { own: OwnSignIn; confirmed: Confirmed }) {
  const [isAdding, setAdding] = useState(false)
  const ways = useAnswer(getSignIn, {}, { staleTime: Infinity }).data
  const remove = useSend(removePasskey, { refreshes: [getOwnSignIn, listSignInHistory] })
  const done = { onSuccess: () => showToast({ text: t('passkeyRemoved') }) }
  return (
    <SettingsPart title={t('passkeys')} more={t('passkeysMore')}>
      {remove.error && <Notice tone="stop">{remove.error.message}</Notice>}
      <SettingsList items={own.passkeys} error={null} onAgain={() => {}} none={t('passkeysNone')}>
        {(passkey) => (
          <Row
            key={passkey.id}
            passkey={passkey}
            isBusy={remove.isPending}
            onRemove={() => confirmed(() => remove.mutate({ id: passkey.id }, done))}
          />
        )}
      </SettingsList>
      {ways && <Adding rpId={ways.passkeys} onAdd={() => confirmed(() => setAdding(true))} />}
      {isAdding && <PasskeyDialog onClose={() => setAdding(false)} />}
    </SettingsPart>
  )
}

function Adding({ rpId, onAdd }: { rpId: string | null; onAdd: () => void }) {
  if (rpId === null) return <p className="quiet">{t('passkeysNever')}</p>
  if (!passkeysWork(rpId)) return <p className="quiet">{t('passkeysElsewhere', { name: rpId })}</p>
  return (
    <Button icon="key-round" onClick={onAdd}>
      {t('addPasskey')}
    </Button>
  )
}

function Row({ passkey, isBusy, onRemove }: { passkey: Passkey; isBusy: boolean; onRemove: () => void }) {
  const now = useNow()
  const date = formatDate(passkey.at, { zone: useMyZone(), now })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t" dir="auto">
          {passkey.name}
        </p>
        <p className="row__s num">
          {passkey.usedAt === null ? t('passkeyUnused', { date }) : t('passkeyUsed', { date, when: formatFromNow(passkey.usedAt, now) })}
        </p>
      </div>
      <Button small busy={isBusy} aria-label={t('removePasskey', { name: passkey.name })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  )
}
