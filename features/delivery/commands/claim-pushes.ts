// oxlint-disable house/commands-record -- a push on its way is the machine's own housekeeping
import { sql } from 'kysely'
import type { PushKeys } from '#platform/push/encrypt.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import type { MailToSend } from '../queries/mail-contents.ts'
import { takesPushes } from '../queries/push-devices.ts'
import { mayArriveFor, mayReach, type MomentKind, nextAttempt, nextReach } from '../rules/moments.ts'
import type { Writing } from './claim-mails.ts'

export interface ClaimedPush extends MailToSend {
  readonly writing: Writing
  readonly deviceId: string
  readonly endpoint: string
  readonly keys: PushKeys
  readonly attempts: number
  readonly parkAfter: Temporal.Instant
  /** For how many seconds it may still arrive. */
  readonly ttl: number
}

interface At {
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

interface Row {
  readonly id: string
  readonly writing: Writing
  readonly kind: MomentKind
  readonly attempts: number
  readonly parkAfter: Temporal.Instant
  readonly personId: string
  readonly name: string
  readonly deviceId: string
  /** Null where the device is gone, its session has ended, or pushes are paused. */
  readonly endpoint: string | null
  readonly keys: PushKeys
  readonly shiftUntil: Temporal.Instant | null
  /** When it was to leave. */
  readonly from: Temporal.Instant
}

/**
 * Takes pushes to be sent, in one transaction, as `claimMails` takes mails. Left out are those whose receivers are closed, which wait for the next
 * moment, and those that no device takes any more.
 */
export async function claimPushes(db: Database, at: At, ids: readonly string[]): Promise<ClaimedPush[]> {
  return db.transaction().execute(async (tx) => {
    const rows = await lockPushes(tx, at, ids)
    const people = rows.map(({ personId }) => personId)
    const calendars = await resolvedCalendars(tx, at.workspaceId, people)
    const courses = rows.map((row) => courseOf(row, calendars.get(row.personId), at))
    await follow(tx, at, courses)
    return courses.flatMap(({ claimed }) => claimed ?? [])
  })
}

/** What becomes of a push: its state, when it is looked at next, and the push where it is sent now. */
interface Course {
  readonly id: string
  readonly state: 'sending' | 'queued' | 'dropped'
  readonly next: Temporal.Instant
  readonly claimed?: ClaimedPush
}

function courseOf(row: Row, calendar: Resolved | undefined, { now }: At): Course {
  const { id, kind, personId, name, endpoint, shiftUntil, from, attempts, ...push } = row
  if (endpoint === null || !calendar) return { id, state: 'dropped', next: now }
  if (!mayReach(calendar, { kind, from, now, onShift: shiftUntil !== null })) {
    const next = nextReach(calendar, now)
    return next === null ? { id, state: 'dropped', next: now } : { id, state: 'queued', next }
  }
  const reader = { id: personId, name, calendar }
  const ttl = mayArriveFor(calendar, { kind, now, shiftUntil })
  const claimed = { ...push, id, kind, endpoint, reader, ttl, attempts: attempts + 1 }
  return { id, state: 'sending', next: nextAttempt(calendar, { kind, attempts, now }), claimed }
}

async function lockPushes(tx: Tx, { workspaceId, now }: At, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select q.id, q.kind, q.attempts, q.park_after as "parkAfter", q.next_attempt_at as "from", q.person_id as "personId", p.name, q.device_id as "deviceId", d.endpoint,
      jsonb_build_object('p256dh', d.p256dh, 'auth', d.auth) as keys,
      (select max(shifts.ends_at) from shifts where shifts.workspace_id = q.workspace_id and shifts.person_id = q.person_id
        and shifts.starts_at <= ${now} and shifts.ends_at > ${now}) as "shiftUntil",
      jsonb_build_object('language', p.language, 'clock', p.clock, 'weekStart', p.week_start, 'browserLocale', p.browser_locale) as writing
    from pushes q join people p on p.workspace_id = q.workspace_id and p.id = q.person_id
      left join push_devices d on d.workspace_id = q.workspace_id and d.id = q.device_id and ${takesPushes(now)}
    where q.workspace_id = ${workspaceId} and q.id = any(${[...ids]}::uuid[]) and q.state in ('queued', 'sending') and q.next_attempt_at <= ${now}
    order by q.id
    for update of q
  `.execute(tx)
  return rows
}

/** What waits for its receiver to be open again is not parked before it had an hour then. */
async function follow(tx: Tx, { workspaceId }: At, courses: readonly Course[]): Promise<void> {
  if (courses.length === 0) return
  const steps = courses.map(({ id, state, next }) => ({ id, state, next }))
  await sql`
    update pushes set state = step.state, next_attempt_at = step.next,
      attempts = case when step.state = 'sending' then attempts + 1 else attempts end,
      park_after = case when step.state = 'queued' then greatest(park_after, step.next + interval '1 hour') else park_after end
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as step (id uuid, state text, next timestamptz)
    where pushes.workspace_id = ${workspaceId} and pushes.id = step.id
  `.execute(tx)
}
