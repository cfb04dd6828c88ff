import { SettingsPart } from '#features/availability/web/settings-part.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { getPush, pausePush, resumePush } from '../contract/push.ts'
import { t } from './push-texts.ts'

/** A week without pushes, which ends by itself. */
export function PushPause({ until }: { until: string | null }) {
  const now = useNow()
  const zone = useMyZone()
  const pause = useSend(pausePush, { refreshes: [getPush] })
  const resume = useSend(resumePush, { refreshes: [getPush] })
  const failure = pause.error ?? resume.error
  return (
    <SettingsPart title={t('week')} more={t('weekMore')}>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      {until === null ? (
        <Button busy={pause.isPending} onClick={() => pause.mutate({})}>
          {t('pause')}
        </Button>
      ) : (
        <>
          <p role="status">{t('paused', { when: formatDateTime(until, { zone, now }) })}</p>
          <Button busy={resume.isPending} onClick={() => resume.mutate({})}>
            {t('resume')}
          </Button>
        </>
      )}
    </SettingsPart>
  )
}
