import { IconButton } from '#ui/button.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
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
  const ask = triage.askOf(row)
  const isFree = ask !== null || row.ask === null
  const isMarked = triage.marked.has(row.key)
  const isDone = !hints && isFree && isDoable(row) === true
  const answer = (): void => triage.open('answer', row)
  const decline = (): void => triage.open('decline', row)
  const mark = (): void => triage.mark(row.key)
  const more: MenuItem[] = [
    ...(isDone && ask?.may.answer ? [{ label: t('answer'), keys: 'a', onSelect: answer }] : []),
    ...(ask?.may.decline ? [{ label: t('decline'), onSelect: decline }] : []),
    { label: isMarked ? t('letGo') : t('select'), keys: 'x', onSelect: mark },
  ]
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
      {!isDone && ask?.may.answer && act('a', t('answer'), answer)}
      {hints && isFree && isDoable(row) !== false && hint('d', t('done'))}
      {hints && row.item && hint('s', t('later'))}
      {isDone && act('d', t('done'), () => triage.finish([row]))}
      {ask?.may.pass && act('p', t('pass'), () => triage.open('pass', row))}
      {ask?.may.move && act('n', t('move'), () => triage.open('move', row))}
      {hints && ask?.may.decline && act('', t('decline'), decline)}
      {hints && (
        <button type="button" aria-pressed={isMarked} onClick={mark}>
          <Kbd keys="x" /> {t('select')}
        </button>
      )}
      {!hints && (
        <Menu label={t('more')} items={more}>
          {(trigger) => <IconButton icon="ellipsis" label={t('more')} {...trigger} />}
        </Menu>
      )}
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
