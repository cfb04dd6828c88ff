// oxlint-disable house/commands-record -- a mail on its way is the machine's own housekeeping
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { Wishes } from '#platform/text/reader.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { isOpen } from '#features/availability/rules/reach.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import type { MailToSend } from '../queries/mail-contents.ts'
import { backOff, isMoment, mayReach, nextAttempt, nextReach } from '../rules/moments.ts'

export interface ClaimedMail extends MailToSend {
  readonly address: string
  readonly deliveryId: string | null
  readonly invitationId: string | null
  readonly codeId: string | null
  readonly eventId: string | null
  readonly attempts: number
  readonly parkAfter: Temporal.Instant
  readonly writing: Writing
}

/** How its receiver is written to; an invitation is written as whoever invites would be. */
export interface Writing extends Wishes {
  /** What the browser asked for that last signed in. */
  readonly browserLocale: string | null
}

interface At {
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

interface Row extends Omit<ClaimedMail, 'reader'> {
  readonly personId: string | null
  readonly name: string
  /** Where mail goes by today's settings; null when the person takes none. */
  readonly current: string | null
  readonly onShift: boolean
  /** When it was to leave. */
  readonly from: Temporal.Instant
  /** Whether it answers what its reader did themselves: it is sent at any hour. */
  readonly answers: boolean
}

/**
 * Takes mails to be sent, in one transaction: from here on each may have been, until it is known how that ended. Those that are not to be sent now
 * are left out: their receivers take no mail any more, or are closed, in which case they wait for the next moment.
 */
export async function claimMails(db: Database, at: At, ids: readonly string[]): Promise<ClaimedMail[]> {
  return db.transaction().execute(async (tx) => {
    const rows = await lockMails(tx, at, ids)
    const people = rows.map(({ personId }) => personId).filter((id) => id !== null)
    const calendars = await resolvedCalendars(tx, at.workspaceId, people)
    const courses = rows.map((row) => courseOf(row, row.personId === null ? undefined : calendars.get(row.personId), at))
    await sending(
      tx,
      at,
      courses.flatMap(({ claimed }) => claimed ?? []),
    )
    await wait(
      tx,
      at,
      courses.flatMap(({ waits }) => waits ?? []),
    )
    await drop(
      tx,
      at,
      courses.flatMap(({ dropped }) => dropped ?? []),
    )
    return courses.flatMap(({ claimed }) => (claimed ? { ...claimed, attempts: claimed.attempts + 1 } : []))
  })
}

interface Waiting {
  readonly id: string
  readonly next: Temporal.Instant
}

/** What becomes of a mail: one of these. */
interface Course {
  readonly claimed?: ClaimedMail
  readonly waits?: Waiting
  readonly dropped?: string
}

function courseOf({ personId, name, current, onShift, from, answers, ...mail }: Row, calendar: Resolved | undefined, { now }: At): Course {
  if (personId === null) return { claimed: { ...mail, reader: null } }
  if (current === null || !calendar) return { dropped: mail.id }
  // Word of what somebody else changed comes while its reader is open.
  const reaches = isMoment(mail.kind)
    ? mayReach(calendar, { kind: mail.kind, from, now, onShift })
    : isOpen(calendar, now.epochMilliseconds)
  if (answers || reaches) {
    return { claimed: { ...mail, address: current, reader: { id: personId, name, calendar } } }
  }
  const next = nextReach(calendar, now)
  return next === null ? { dropped: mail.id } : { waits: { id: mail.id, next } }
}

async function lockMails(tx: Tx, { workspaceId, now }: At, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.address, m.delivery_id as "deliveryId", m.invitation_id as "invitationId", m.attempts, m.park_after as "parkAfter",
      m.next_attempt_at as "from",
      m.person_id as "personId", p.name,
      jsonb_build_object('language', written.language, 'clock', written.clock, 'weekStart', written.week_start, 'browserLocale', written.browser_locale) as writing,
      m.code_id as "codeId", m.event_id as "eventId",
      m.kind in ('invitation', 'code') or (m.kind = 'sign-in' and fact.actor_id = m.person_id) as answers,
      case when (p.digest_mail or m.kind in ('code', 'sign-in')) and not exists (
        select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id) then p.email end as current,
      exists (select from shifts where shifts.workspace_id = m.workspace_id and shifts.person_id = m.person_id and shifts.starts_at <= ${now} and shifts.ends_at > ${now})
        as "onShift"
    from mails m left join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
      left join invitations invitation on invitation.workspace_id = m.workspace_id and invitation.id = m.invitation_id
      left join people written on written.workspace_id = m.workspace_id and written.id = coalesce(m.person_id, invitation.invited_by)
      left join events fact on fact.workspace_id = m.workspace_id and fact.id = m.event_id
    where m.workspace_id = ${workspaceId} and m.id = any(${[...ids]}::uuid[]) and m.state in ('queued', 'sending') and m.next_attempt_at <= ${now}
    order by m.id
    for update of m
  `.execute(tx)
  return rows
}

async function sending(tx: Tx, { workspaceId, now }: At, mails: readonly ClaimedMail[]): Promise<void> {
  if (mails.length === 0) return
  const again = mails.map(({ kind, attempts, reader }) => {
    const next = reader ? nextAttempt(reader.calendar, { kind, attempts, now }) : now.add({ seconds: backOff(attempts) })
    return next.toString()
  })
  await sql`
    update mails set state = 'sending', address = claimed.address, attempts = attempts + 1, next_attempt_at = claimed.again
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ address }) => address)}::text[], ${again}::timestamptz[]) as claimed (id, address, again)
    where mails.workspace_id = ${workspaceId} and mails.id = claimed.id
  `.execute(tx)
}

async function drop(tx: Tx, { workspaceId }: At, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update mails set state = 'dropped' where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** They stay as they are, so that what may have been sent already keeps its own Message-ID, and go with their receivers' next moments. */
async function wait(tx: Tx, { workspaceId }: At, mails: readonly Waiting[]): Promise<void> {
  if (mails.length === 0) return
  const nexts = mails.map(({ next }) => next.toString())
  await sql`
    update mails set next_attempt_at = waits.next, park_after = greatest(park_after, waits.next + interval '1 hour')
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${nexts}::timestamptz[]) as waits (id, next)
    where mails.workspace_id = ${workspaceId} and mails.id = waits.id
  `.execute(tx)
}
