import { sql } from 'kysely'
import { excerpted } from '#platform/markdown/rendering-cache.ts'
import type { Database } from '#platform/sql/database.ts'
import { reads } from '#features/inbox/access.ts'
import type { MailAbsence, MailSettled } from '../mail/digest.ts'
import { type AwayPerson, awayPeople, settledMeanwhile } from './settled-meanwhile.ts'
import type { ToldDelivery, ToldTo } from './told-deliveries.ts'

const MOST = 50

interface Row extends MailSettled {
  readonly personId: string
}

/** For those of these mails that are the first after an absence: when that was, and what was settled meanwhile, what happened last first. One statement. */
export async function mailAbsences(
  { db, workspaceId }: { db: Database; workspaceId: number },
  mails: readonly ToldTo[],
): Promise<Map<string, MailAbsence>> {
  const absences = mails.flatMap((mail) => absenceOf(mail))
  if (absences.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select w.person_id as "personId", s.* from ${awayPeople(absences)}
    join people p on p.workspace_id = ${workspaceId} and p.id = w.person_id
    cross join lateral (
      select a.id as "askId", t.number, coalesce(nullif(a.body, ''), t.title) as text, a.asked_by = w.person_id as own, asker.name as "from",
        case a.state when 'open' then 'taken' else a.state end as end, coalesce(owner.name, team.name) as "by"
      from ${settledMeanwhile(workspaceId)} settled
      join asks a on a.workspace_id = ${workspaceId} and a.id = settled.ask_id
      join threads t on t.workspace_id = a.workspace_id and t.id = a.thread_id
      join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
      join people asker on asker.workspace_id = a.workspace_id and asker.id = a.asked_by
      left join ask_settlements by on by.workspace_id = a.workspace_id and by.ask_id = a.id
      left join people owner on owner.workspace_id = a.workspace_id and owner.id = coalesce(by.settled_by, a.owner_id)
      left join spaces team on team.workspace_id = a.workspace_id and team.id = a.owner_space_id
      where (a.state <> 'open' or a.owner_id is distinct from w.person_id) and ${reads}
      order by settled.at desc, a.id limit ${MOST}
    ) s
  `.execute(db)
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map(
    absences.map(({ mailId, personId, from, back }) => [mailId, { from, back, settled: (byPerson.get(personId) ?? []).map(toldOf) }]),
  )
}

const toldOf = ({ askId, number, text, own, from, end, by }: Row): MailSettled => ({
  askId,
  number,
  text: excerpted(text),
  own,
  from,
  end,
  by,
})

/** Of mails that were merged the last absence counts. */
function absenceOf({ mailId, personId, deliveries }: ToldTo): (AwayPerson & { mailId: string })[] {
  const { awayFrom = null, backAt = null } = deliveries.findLast((told: ToldDelivery) => told.backAt !== null) ?? {}
  return awayFrom === null || backAt === null
    ? []
    : [{ mailId, personId, from: awayFrom.epochMilliseconds, back: backAt.epochMilliseconds }]
}
