import { Kbd } from '#ui/kbd.tsx'
import { t } from './marked-texts.ts'
import type { Triage } from './use-triage.ts'

/** How many rows are selected besides, and what can be done with all of them. */
export function MarkedLine({ triage }: { triage: Triage }) {
  const { marked, rows } = triage
  const many = rows.filter(({ key }) => marked.has(key))
  return (
    <p className="marked" role="status">
      {many.length > 0 && (
        <>
          <span className="num">{t('selected', { count: many.length })}</span>
          <button type="button" className="link" onClick={() => triage.finish(many)}>
            {t('done')} <Kbd keys="d" />
          </button>
          <button type="button" className="link" onClick={() => many[0] && triage.openAll('snooze')}>
            {t('later')} <Kbd keys="s" />
          </button>
          <button type="button" className="link" onClick={triage.unmark}>
            {t('letGo')} <Kbd keys="escape" />
          </button>
        </>
      )}
    </p>
  )
}
