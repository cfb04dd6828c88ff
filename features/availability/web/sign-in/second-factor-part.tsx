import { useState } from 'react'
import type { SecondFactor } from '#features/people/contract/second-factor.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { useMyZone } from '../use-me.ts'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { SecondFactorDialog } from './second-factor-dialog.tsx'
import { SecondFactorOffDialog } from './second-factor-off-dialog.tsx'
import { t } from './texts.ts'
import type { Confirmed } from './use-confirmed.ts'

type Open = 'on' | 'off' | 'codes' | null

/** Whether codes of an authenticator app are asked for as well. */
export function SecondFactorPart({ factor, confirmed }: { factor: SecondFactor | null; confirmed: Confirmed }) {
  const now = useNow()
  const zone = useMyZone()
  const [open, setOpen] = useState<Open>(null)
  const ask = (what: Open) => (): void => confirmed(() => setOpen(what))
  const close = (): void => setOpen(null)
  return (
    <SettingsPart title={t('factor')} more={t('factorMore')}>
      {factor ? (
        <>
          <p>
            {t('factorOn', { date: formatDate(factor.since, { zone, now }) })} {t('factorLeft', { count: factor.recoveryCodes })}
          </p>
          <div className="form-foot">
            <Button onClick={ask('codes')}>{t('factorRenew')}</Button>
            <Button kind="bare" onClick={ask('off')}>
              {t('factorTurnOff')}
            </Button>
          </div>
        </>
      ) : (
        <Button icon="shield-check" onClick={ask('on')}>
          {t('factorTurnOn')}
        </Button>
      )}
      {open === 'on' && <SecondFactorDialog onClose={close} />}
      {open === 'off' && <SecondFactorOffDialog onClose={close} />}
      {open === 'codes' && <RecoveryDialog onClose={close} />}
    </SettingsPart>
  )
}
