import { DeclineDialog } from '#features/asks/web/decline-dialog.tsx'
import { MoveDialog } from '#features/asks/web/move-dialog.tsx'
import { PassDialog } from '#features/asks/web/pass-dialog.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import type { Triage } from './use-triage.ts'

export { RowAnswer } from '#features/asks/web/row-answer.tsx'
export { prepareSnooze } from './snooze-menu.tsx'

/** What an act asks before it is done, for the rows it was opened for. Fetched when it is first wanted. */
export function Dialogs({ triage }: { triage: Triage }) {
  const { opened, close, refreshes, rows, walk } = triage
  const row = opened?.rows[0]
  if (!opened || !row) return null
  const common = { refreshes, onClose: close }
  // What was given to somebody else leaves its list; what only moves in time stays, and the next one is gone on with.
  const goOn = (): void => walk.go(rows[rows.findIndex(({ key }) => key === row.key) + 1]?.key ?? row.key)
  if (opened.kind === 'snooze')
    return <SnoozeMenu beside={opened.beside} onChoose={(until) => triage.snooze(opened.rows, until)} onClose={close} />
  if (!row.ask) return null
  if (opened.kind === 'pass') return <PassDialog ask={row.ask} {...common} onDone={goOn} />
  if (opened.kind === 'move') return <MoveDialog ask={row.ask} {...common} onDone={goOn} />
  if (opened.kind === 'decline') return <DeclineDialog ask={row.ask} {...common} />
  return null
}
