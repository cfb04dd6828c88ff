import { formatRow } from '#platform/text/format-span.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { getOnCall } from '../contract/rotations.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { comingText } from './reads-text.ts'
import { t } from './rotation-texts.ts'
import { useDays } from './use-days.ts'
import { useMyZone } from './use-me.ts'

/** Who is on shift now, layer by layer, and who has it next; or plainly that nobody is. */
export function RotationNow({ slug }: { slug: string }) {
  const now = useNow()
  const zone = useMyZone()
  const { data } = useAnswer(getOnCall, { slug })
  const layers = data?.layers.filter((layer) => layer.now !== null) ?? []
  const days = useDays(layers.flatMap((layer) => layer.now?.person.handle ?? []))
  if (!data) return null
  const time = (instant: string): string => comingText(instant, { zone, now })
  return (
    <>
      {data.gap && <Notice>{data.gap.until === null ? t('gapNowEnd') : t('gapNow', { time: time(data.gap.until) })}</Notice>}
      {layers.length > 0 && (
        <div className="nexts">
          <Sheet title={t('onShift')}>
            {layers.map(({ layer, now: turn, next }) => (
              <div className="nexts__first" key={layer}>
                <PersonAvatar name={turn?.person.name ?? ''} zone={days.get(turn?.person.handle ?? '')?.timeZone} size="lg" />
                <p>
                  <b dir="auto">{turn?.person.name}</b>
                  <small className="num">
                    {formatRow([
                      t('layer', { layer }),
                      t('until', { time: time(turn?.until ?? '') }),
                      next ? t('thenWho', { name: next.person.name, time: time(next.from) }) : t('thenNobody'),
                    ])}
                  </small>
                </p>
              </div>
            ))}
          </Sheet>
        </div>
      )}
    </>
  )
}
