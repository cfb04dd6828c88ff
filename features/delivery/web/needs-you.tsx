import type { Ask } from '#features/asks/contract/ask.ts'
import { AskRow } from '#features/asks/web/ask-row.tsx'
import type { Day } from '#features/availability/contract/days.ts'
import { listInbox } from '#features/inbox/contract.ts'
import { RowActs, RowBelow } from '#features/inbox/web/triage/row-acts.tsx'
import { rowOfAsk } from '#features/inbox/web/triage/rows.ts'
import { useTriage } from '#features/inbox/web/triage/use-triage.ts'
import { getToday } from '../contract/today.ts'
import { t } from './texts.ts'

const refreshes = [getToday, listInbox]

/** The asks that need the reader, by due; one is selected and answers to keys. */
export function NeedsYou({ asks, days }: { asks: readonly Ask[]; days: ReadonlyMap<string, Day> }) {
  const triage = useTriage(asks.map(rowOfAsk), { group: t('keysGroup'), refreshes })
  const { opened, walk, marked } = triage
  return (
    <div className="asks">
      {triage.rows.map(
        (row) =>
          row.ask && (
            <AskRow
              key={row.key}
              ask={row.ask}
              day={days.get(row.ask.from.handle)}
              selected={walk.at === row.key}
              marked={marked.has(row.key)}
              row={walk.row(row.key)}
              acts={<RowActs triage={triage} row={row} />}
              below={<RowBelow triage={triage} row={row} />}
            />
          ),
      )}
      {opened && <opened.parts.Dialogs triage={triage} />}
    </div>
  )
}
