import type { Skipped } from './named-days.ts'
import { t } from './holiday-texts.ts'

const SHOWN = 50

/** What of a file was left out, line by line. */
export function SkippedLines({ skipped }: { skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null
  return (
    <details className="hol__skipped">
      <summary>{t('skipped', { count: skipped.length })}</summary>
      <ul>
        {skipped.slice(0, SHOWN).map(({ line, why }) => (
          <li key={line}>{t('skippedLine', { line, why: t(why) })}</li>
        ))}
      </ul>
    </details>
  )
}
