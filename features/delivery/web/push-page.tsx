import { SettingsCrumb } from '#features/availability/web/settings-crumb.tsx'
import { SettingsPart } from '#features/availability/web/settings-part.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Check } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { type Push, getPush } from '../contract/push.ts'
import { PushDevices } from './push-devices.tsx'
import { PushPause } from './push-pause.tsx'
import { t } from './push-texts.ts'
import { useThisDevice } from './use-this-device.ts'

/** On which devices deliveries come as a push: on none at first. */
export function PushPage() {
  const { data: push, error, refetch } = useAnswer(getPush, {})
  if (error && !push) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--form settings">
      <SettingsCrumb />
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      {push ? (
        <>
          <Here push={push} />
          <PushDevices devices={push.devices} />
          {(push.devices.length > 0 || push.pausedUntil !== null) && <PushPause until={push.pausedUntil} />}
        </>
      ) : (
        <Skeleton shape="rows" />
      )}
    </div>
  )
}

function Here({ push }: { push: Push }) {
  const { state, isBusy, isUnreached, refusal, turn } = useThisDevice(push)
  const isOpen = state === 'off' || state === 'on'
  return (
    <SettingsPart title={t('here')}>
      <Check
        label={t('onHere')}
        hint={state === 'impossible' || state === 'refused' ? t(state) : t('onHint')}
        checked={state === 'on'}
        disabled={!isOpen || isBusy}
        onChange={(event) => turn(event.target.checked)}
      />
      {isUnreached && state !== 'refused' && <Notice tone="stop">{t('unreached')}</Notice>}
      {refusal !== null && <Notice tone="stop">{refusal}</Notice>}
    </SettingsPart>
  )
}
