import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { classes } from '#ui/classes.ts'
import { t } from './texts.ts'
import { RowActs, RowBelow } from './triage/row-acts.tsx'
import type { TriageRow } from './triage/rows.ts'
import type { Triage } from './triage/use-triage.ts'

/** Threads the reader follows in which something new was delivered; `children` is the end of the list. */
export function FollowedThreads({ triage, children }: { triage: Triage; children: ReactNode }) {
  const rows = triage.rows.filter(({ thread }) => thread !== null)
  if (rows.length === 0) return null
  return (
    <section>
      <h2 className="sec sec--next">{t('followed')}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <FollowedThread key={row.key} row={row} triage={triage} />
        ))}
      </ul>
      {children}
    </section>
  )
}

function FollowedThread({ row, triage }: { row: TriageRow; triage: Triage }) {
  const now = useNow()
  const zone = useMyZone()
  const { thread } = row
  const isSelected = triage.walk.at === row.key
  if (!thread) return null
  return (
    <li
      className={classes('row row--thread', isSelected && 'is-sel', triage.marked.has(row.key) && 'is-marked')}
      {...triage.walk.row(row.key)}
    >
      <div>
        <Link className="row__t" dir="auto" {...row.link}>
          {thread.title}
        </Link>
        <p className="item__x" dir="auto">
          {thread.by.name}: {thread.excerpt}
        </p>
        <p className="row__s">
          {thread.space.name}, {formatSoon(thread.at, { zone, now })}
        </p>
        {isSelected && (
          <div className="ask__do">
            <RowActs triage={triage} row={row} hints />
          </div>
        )}
        <RowBelow triage={triage} row={row} />
      </div>
      <span className="quiet num">{t('followedMore', { count: thread.posts })}</span>
      <Button small onClick={() => triage.finish([row])}>
        {t('readDo')}
      </Button>
    </li>
  )
}
