import { SettingsPart } from '#features/availability/web/settings-part.tsx'
import { deviceText } from '#features/availability/web/sign-in/device-text.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { endPush } from '#platform/browser/push.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { showToast } from '#ui/toast.tsx'
import { type PushDevice, getPush, removePushDevice } from '../contract/push.ts'
import { t } from './push-texts.ts'

/** The devices that pushes come to; each can be removed. */
export function PushDevices({ devices }: { devices: readonly PushDevice[] }) {
  const remove = useSend(removePushDevice, { refreshes: [getPush] })
  const take = ({ id, current }: PushDevice): void =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          if (current) void endPush()
          showToast({ text: t('removed') })
        },
      },
    )
  return (
    <SettingsPart title={t('devices')} more={t('devicesMore')}>
      {remove.error && <Notice tone="stop">{remove.error.message}</Notice>}
      {devices.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ul className="rows">
          {devices.map((device) => (
            <Row key={device.id} device={device} isBusy={remove.isPending} onRemove={() => take(device)} />
          ))}
        </ul>
      )}
    </SettingsPart>
  )
}

function Row({ device, isBusy, onRemove }: { device: PushDevice; isBusy: boolean; onRemove: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const name = deviceText(device.userAgent)
  const date = formatDate(device.at, { zone, now })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          {name} {device.current && <Tag tone="accent">{t('thisOne')}</Tag>}
        </p>
        <p className="row__s num">
          {device.pushedAt === null ? t('since', { date }) : t('last', { date, when: formatFromNow(device.pushedAt, now) })}
        </p>
      </div>
      <Button small busy={isBusy} aria-label={t('removeOf', { device: name })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  )
}
