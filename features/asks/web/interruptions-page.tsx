import { SettingsCrumb } from '#features/availability/web/settings-crumb.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatMonth } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { countInterruptions, listInterruptionMonths } from '../contract/incidents.ts'
import { t } from './interruptions-texts.ts'

/** How often the reader was interrupted and whether it had to be, for them alone; and the workspace's share, by month. */
export function InterruptionsPage() {
  const { data: own, error, refetch } = useAnswer(countInterruptions, {})
  const { data: months, error: monthsError, refetch: refetchMonths } = useAnswer(listInterruptionMonths, {})
  const failed = (own ? null : error) ?? (months ? null : monthsError)
  const again = (): void => {
    void refetch()
    void refetchMonths()
  }
  if (failed) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={again}>{t('tryAgain')}</Button>}>
        {failed.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--form settings">
      <SettingsCrumb />
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <section className="part">
        <h2 className="sec">{t('own')}</h2>
        <p className="hint">{t('ownMore')}</p>
        {own ? <Own {...own} /> : <Skeleton shape="text" />}
      </section>
      <section className="part">
        <h2 className="sec">{t('workspace')}</h2>
        <p className="hint">{t('workspaceMore')}</p>
        {months ? <Months items={months.items} /> : <Skeleton shape="rows" />}
      </section>
    </div>
  )
}

function Own({ asks, judged, necessary }: { asks: number; judged: number; necessary: number }) {
  if (asks === 0) return <p>{t('ownNone')}</p>
  return (
    <p className="num">
      {t('interrupted', { count: asks })} {judged === 0 ? t('judgedNone') : t('judged', { count: judged, necessary })}
    </p>
  )
}

interface Month {
  readonly month: string
  readonly judged: number
  readonly necessary: number
}

function Months({ items }: { items: readonly Month[] }) {
  if (items.length === 0) return <p>{t('workspaceNone')}</p>
  return (
    <ul className="rows">
      {items.map(({ month, judged, necessary }) => (
        <li className="row row--thread" key={month}>
          <div>
            <h3 className="row__t">{formatMonth(month)}</h3>
            <p className="row__s num">{t('share', { count: judged, necessary })}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
