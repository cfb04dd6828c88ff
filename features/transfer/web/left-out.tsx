import { formatRow } from '#platform/text/format-span.ts'
import type { Import } from '../contract.ts'
import { t } from './texts.ts'

/** What an import left out and why, opened by whoever wants to know. */
export function LeftOut({ skipped }: { skipped: Import['skipped'] }) {
  if (skipped.length === 0) return null
  const all = skipped.reduce((sum, { count }) => sum + count, 0)
  return (
    <details className="quiet">
      <summary>{t('leftOut', { count: all })}</summary>
      <ul className="said">
        {skipped.map(({ code, reason, count, examples }) => (
          <li key={code} dir="auto">
            {t('leftOutLine', { count, reason })}
            {examples.length > 0 && (
              <p className="row__s">{examples.length < count ? t('more', { names: formatRow(examples) }) : formatRow(examples)}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
