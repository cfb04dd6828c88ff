import { Notice } from '#ui/notice.tsx'
import { Kbd } from '#ui/kbd.tsx'
import type { TriageRow } from './rows.ts'
import { isDoable } from './rows.ts'
import { t } from './texts.ts'
import type { Triage } from './use-triage.ts'

interface RowActsProps {
  readonly triage: Triage
  readonly row: TriageRow
  /** *Done* and *later* are buttons elsewhere in the row: their keys are told here. */
  readonly hints?: boolean
}

/** What can be done to the selected row, each with its key. */
export function RowActs({ triage, row, hints = false }: RowActsProps) {
  const { ask } = row
  const isMarked = triage.marked.has(row.key)
  const act = (keys: string, label: string, run: () => void) => (
    <button type="button" onClick={run}>
      {keys !== '' && <Kbd keys={keys} />} {label}
    </button>
  )
  const hint = (keys: string, label: string) => (
    <span aria-hidden="true">
      <Kbd keys={keys} /> {label}
    </span>
  )
  return (
    <>
      {act('enter', t('open'), () => triage.visit(row))}
      {ask?.may.answer && act('a', t('answer'), () => triage.open('answer', row))}
      {hints && isDoable(row) !== false && hint('d', t('done'))}
      {hints && row.item && hint('s', t('later'))}
      {!hints && isDoable(row) === true && act('d', t('done'), () => triage.finish([row]))}
      {ask?.may.pass && act('p', t('pass'), () => triage.open('pass', row))}
      {ask?.may.move && act('n', t('move'), () => triage.open('move', row))}
      {ask?.may.decline && act('', t('decline'), () => triage.open('decline', row))}
      <button type="button" aria-pressed={isMarked} onClick={() => triage.mark(row.key)}>
        <Kbd keys="x" /> {t('select')}
      </button>
    </>
  )
}

/** What stands below a row while it is dealt with: why something could not be done, or the answer that is being written. */
export function RowBelow({ triage, row }: { triage: Triage; row: TriageRow }) {
  const { opened, problems } = triage
  const why = problems.get(row.key)
  const isAnswering = opened?.kind === 'answer' && opened.rows[0]?.key === row.key && row.ask
  const closed = (): void => {
    triage.close()
    triage.walk.go(row.key)
  }
  return (
    <>
      {why !== undefined && (
        <div role="alert">
          <Notice tone="plain">{why}</Notice>
        </div>
      )}
      {isAnswering && row.ask && (
        <opened.parts.RowAnswer
          ask={row.ask}
          onClose={closed}
          onSend={(sending) => {
            triage.close()
            void triage.carryOut({ rows: [row], send: () => sending, said: () => t('answered', { name: row.ask?.from.name ?? '' }) })
          }}
        />
      )}
    </>
  )
}
