import { answerAsk } from '#features/asks/contract/asks.ts'
import { lineOf } from '#features/asks/web/waiting-words.ts'
import { markRead } from '#features/threads/contract/threads.ts'
import { type Queue, type Sent, useQueue } from '#platform/browser/use-queue.ts'
import type { Endpoint, RequestOf } from '#platform/contract/endpoint.ts'
import { changeInboxItem } from '../../contract.ts'
import { type TriageRow, isDoable } from './rows.ts'
import { t } from './texts.ts'
import type { Carrying } from './use-carrying.ts'

interface Acts {
  readonly finish: (rows: readonly TriageRow[]) => void
  readonly snooze: (rows: readonly TriageRow[], until: { readonly at: string; readonly said: string }) => void
}

/** *Done* and *later*, for one row or several. What cannot be done so says in its row what can. */
export function useActs({ carryOut, complain }: Carrying, refreshes: readonly Endpoint[]): Acts {
  const answer = useQueue(answerAsk, { line: '', about: '', refreshes })
  const change = useQueue(changeInboxItem, { line: '', about: '', replaces: true, refreshes })
  const read = useQueue(markRead, { line: '', about: '', isQuiet: true, refreshes })
  const changed = ({ item }: TriageRow, input: { state: 'open' | 'done' } | { state: 'snoozed'; until: string }): Promise<Sent> =>
    sent(change, { id: item?.id ?? '', ...input }, { line: `inbox:${item?.id ?? ''}`, about: item?.title ?? '' })
  const readTo = ({ thread }: TriageRow, seq: number, back: boolean): Promise<Sent> =>
    sent(read, { number: String(thread?.number), seq, back }, { line: `read:${String(thread?.number)}`, about: thread?.title ?? '' })

  const finish = (rows: readonly TriageRow[]): void => {
    for (const row of rows) if (isDoable(row) === false) complain(row.key, whyNot(row))
    const asks = rows.filter((row) => isDoable(row) === true)
    const others = rows.filter((row) => isDoable(row) === null)
    const saying = (count: number): string =>
      count === 1 && asks[0]?.ask ? t('doneToast', { name: asks[0].ask.from.name }) : t('doneItem', { count })
    if (asks.length > 0)
      void carryOut({
        rows: asks,
        send: ({ ask }) =>
          sent(answer, { id: ask?.id ?? '', body: t('doneSaid') }, { line: lineOf(ask?.number ?? 0), about: ask?.text ?? '' }),
        said: saying,
      })
    if (others.length > 0)
      void carryOut({
        rows: others,
        send: (row) => (row.thread ? readTo(row, row.thread.lastUnread, false) : changed(row, { state: 'done' })),
        said: (count) => (count === 1 && others[0]?.thread ? t('readToast') : t('doneItem', { count })),
        undo: (row) => (row.thread ? readTo(row, row.thread.firstUnread - 1, true) : changed(row, { state: 'open' })),
      })
  }

  const snooze: Acts['snooze'] = (rows, until) => {
    for (const { key, item, thread } of rows) if (!item) complain(key, t(thread ? 'nothingLater' : 'staysOnToday'))
    const items = rows.filter(({ item }) => item !== null)
    if (items.length === 0) return
    void carryOut({
      rows: items,
      send: (row) => changed(row, { state: 'snoozed', until: until.at }),
      said: (count) => t('notNow', { count, time: until.said }),
      undo: (row) => changed(row, { state: 'open' }),
    })
  }

  return { finish, snooze }
}

function whyNot({ ask, item }: TriageRow): string {
  if (item?.swap) return t('swapOpen')
  return t(ask?.may.take ? 'takeFirst' : 'askOpen')
}

/** What becomes of something sent, as a promise: many are on their way at once. */
function sent<E extends Endpoint>(
  queue: Queue<E>,
  input: RequestOf<E>,
  words: { readonly line: string; readonly about: string },
): Promise<Sent> {
  return new Promise((resolve, reject) =>
    queue.send(input, { ...words, onSent: () => resolve('sent'), onWaits: () => resolve('waits'), onRefused: reject }),
  )
}
