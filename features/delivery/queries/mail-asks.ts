import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { excerpted } from '#platform/markdown/rendering-cache.ts'
import { isOpen } from '#features/asks/access/asks.ts'
import { dueOrNever } from '#features/asks/queries/seen-asks.ts'
import { reads } from '#features/inbox/access.ts'
import type { DigestMail, MailAsk } from '../mail/digest.ts'

const MOST = 200

interface Wanted {
  readonly mailId: string
  readonly personId: string
  /** Ids of asks that come for the first time, and of those told again because they are due today. */
  readonly fresh: readonly string[]
  readonly again: readonly string[]
  /** All that is open is told, and not only these. */
  readonly all: boolean
  /** What is due by the end of the reader's date is told as well: what the headline counts stands below it. */
  readonly listsToday: boolean
  /** When the reader's date ends, in epoch milliseconds. */
  readonly until: number
}

interface Sending {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

export type AsksOfMail = Pick<DigestMail, 'asks' | 'more' | 'today' | 'later'>

/** The asks that a mail tells, and whether any of them came: what is due today makes no mail by itself. */
interface AsksToTell extends AsksOfMail {
  readonly brings: boolean
}

interface Row extends Omit<MailAsk, 'due' | 'isNew'> {
  readonly mailId: string
  readonly id: string
  /** The reader has it; else they may take it, or it pages them. */
  readonly own: boolean
  readonly due: Temporal.Instant | null
}

/** The readers' open asks, and what came that they may take, by mail: those it tells, and how many there are beside. One statement. */
export async function mailAsks({ db, workspaceId, now }: Sending, mails: readonly Wanted[]): Promise<Map<string, AsksToTell>> {
  const wanted = mails.map(({ mailId, personId, fresh }) => ({ mailId, personId, fresh }))
  const { rows } = await sql<Row>`
    select w."mailId", a.* from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w ("mailId" uuid, "personId" uuid, fresh jsonb)
    cross join lateral (
      (select ${told}, true as own, null::text as "takenFrom" from asks ${aroundAsks}
      where asks.workspace_id = ${workspaceId} and asks.owner_id = w."personId" and ${isOpen} and asks.delivered_at is not null and ${reads}
      order by ${dueOrNever}, asks.id limit ${MOST})
      union all
      (select ${told}, false as own, case when asks.cover_at is not null then away.name else owning.name end as "takenFrom" from asks ${aroundAsks}
      left join people away on away.workspace_id = asks.workspace_id and away.id = asks.owner_id
      left join spaces owning on owning.workspace_id = asks.workspace_id and owning.id = asks.owner_space_id
      where asks.workspace_id = ${workspaceId} and asks.id in (select value::uuid from jsonb_array_elements_text(w.fresh))
        and asks.owner_id is distinct from w."personId" and ${isOpen} and ${reads}
      order by ${dueOrNever}, asks.id limit ${MOST})
    ) a
  `.execute(db)
  const byMail = Map.groupBy(rows, ({ mailId }) => mailId)
  return new Map(mails.map((mail) => [mail.mailId, asksOf(byMail.get(mail.mailId) ?? [], mail, now)]))
}

const told = sql`asks.id, t.number, asks.verb, asks.body as text, f.name as "from", s.name as space, asks.due_at as due, asks.minutes,
  asks.urgent_reason as "urgentReason"`

const aroundAsks = sql`
  join threads t on t.workspace_id = asks.workspace_id and t.id = asks.thread_id
  join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
  join people p on p.workspace_id = asks.workspace_id and p.id = w."personId"
  join people f on f.workspace_id = asks.workspace_id and f.id = asks.asked_by`

function asksOf(found: readonly Row[], { fresh, again, all, listsToday, until }: Wanted, now: Temporal.Instant): AsksToTell {
  const isNew = new Set(fresh)
  const named = new Set([...fresh, ...again])
  const isBrought = ({ id, own }: Row): boolean => named.has(id) || (all && own)
  const isToday = (row: Row): boolean => row.own && (dueOf(row) ?? until) < until
  const isTold = (row: Row): boolean => isBrought(row) || (listsToday && isToday(row))
  const open = found.filter(({ own }) => own)
  const asks = found.filter(isTold)
  const today = open.map(dueOf).filter((due) => due !== null && due < until)
  const last = Math.max(...today.map((due) => due ?? 0))
  return {
    brings: found.some(isBrought),
    asks: asks.map((ask) => askOf(ask, isNew.has(ask.id))),
    more: moreOf(open.filter((ask) => !isTold(ask))),
    today: { count: today.length, last: last >= now.epochMilliseconds ? last : null },
    later: open.length - today.length,
  }
}

function askOf(row: Row, isNew: boolean): MailAsk {
  const { number, verb, text, from, space, minutes, urgentReason, takenFrom } = row
  return { number, verb, text: excerpted(text), from, space, due: dueOf(row), minutes, urgentReason, takenFrom, isNew }
}

const dueOf = ({ due }: Pick<Row, 'due'>): number | null => due?.epochMilliseconds ?? null

function moreOf(rest: readonly Row[]): DigestMail['more'] {
  const dues = rest.map(dueOf).filter((due) => due !== null)
  return { count: rest.length, earliest: dues.length === 0 ? null : Math.min(...dues) }
}
