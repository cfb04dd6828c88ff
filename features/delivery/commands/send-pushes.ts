// oxlint-disable house/commands-record -- a push on its way is the machine's own housekeeping
import { receiverOf } from '#platform/mail/receiver.ts'
import { writtenFor } from '#platform/text/reader.ts'
import { sql } from 'kysely'
import type { Log } from '#platform/http/app.ts'
import { type OutgoingPush, PushFailure, type PushTransport } from '#platform/push/transport.ts'
import type { Database } from '#platform/sql/database.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { PushLine } from '../contract/push.ts'
import { type DigestMail, subjectOf, urgentOf } from '../mail/digest.ts'
import { mailContents } from '../queries/mail-contents.ts'
import { readApart } from '../queries/read-apart.ts'
import { type ClaimedPush, claimPushes } from './claim-pushes.ts'
import { type Keep, keepTogether, type Outcome } from './keep-together.ts'
import { dropDevices, notePushed } from './note-pushed.ts'

export interface PushParts {
  readonly transport: PushTransport
  readonly log: Log
}

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/**
 * Sends pushes that are due, those that still have something to say, as `sendMails` sends mails: each says in one line what its mail would say, and
 * is not sent when all of that was read meanwhile. A device whose push service does not know it any more is forgotten.
 */
export async function sendPushes(parts: PushParts, at: At, ids: readonly string[]): Promise<void> {
  const pushes = await claimPushes(at.db, at, ids)
  if (pushes.length === 0) return
  // A line holds no link that would have to be whole.
  const read = { ...at, url: '', unsubscribe: () => '', telling: 'pushes' } as const
  const digests = await readApart((some) => mailContents(read, some), pushes)
  const keep = keepTogether((outcomes) => keepAll(at, outcomes))
  const ended = await Promise.allSettled(pushes.map((push) => sendPush(parts, at, { push, digest: digests.get(push.id) ?? null, keep })))
  for (const end of ended)
    if (end.status === 'rejected')
      parts.log.error({ err: end.reason, workspaceId: at.workspaceId }, 'how a push ended could not be kept; it is tried again')
  const devicesOf = (how: End): string[] =>
    pushes.filter((_, index) => ended[index]?.status === 'fulfilled' && ended[index].value === how).map(({ deviceId }) => deviceId)
  await notePushed(at, devicesOf('sent'))
  await dropDevices(at, devicesOf('gone'))
}

type End = 'sent' | 'unsent' | 'gone'

interface Sending {
  readonly push: ClaimedPush
  readonly digest: DigestMail | Error | null
  readonly keep: Keep
}

async function sendPush({ transport, log }: PushParts, at: At, { push, digest, keep }: Sending): Promise<End> {
  try {
    if (digest instanceof Error) throw digest
    if (digest !== null)
      await transport.send(writtenFor(receiverOf(push.writing, push.writing.browserLocale), () => writePush(push, digest, at.now)))
    await keep({ id: push.id, state: digest === null ? 'dropped' : 'sent' })
    return digest === null ? 'unsent' : 'sent'
  } catch (error) {
    if (!(error instanceof Error) || isUnavailable(error)) throw error
    const isGone = error instanceof PushFailure && error.outcome === 'gone'
    if (error instanceof PushFailure)
      log.warn({ push: push.id, outcome: error.outcome, attempts: push.attempts, reason: error.message }, 'a push was not sent')
    else log.error({ err: error, push: push.id }, 'a push could not be written')
    await keep(isGone ? { id: push.id, state: 'dropped', error: error.message } : afterFailure(at, push, error))
    return isGone ? 'gone' : 'unsent'
  }
}

/** No word of what was written: a device shows it to whoever holds it. */
function writePush({ endpoint, keys, ttl }: ClaimedPush, digest: DigestMail, now: Temporal.Instant): OutgoingPush {
  const urgent = urgentOf(digest)
  const tag = urgent ? `urgent-${urgent.number}` : 'delivery'
  const says: PushLine = { line: subjectOf(digest), to: urgent ? `/threads/${urgent.number}` : '/', tag }
  return { endpoint, keys, ttl, now, text: JSON.stringify(says), topic: tag, isUrgent: urgent !== undefined }
}

function afterFailure({ now }: At, { id, parkAfter }: ClaimedPush, failure: Error): Outcome {
  const isRefused = failure instanceof PushFailure && failure.outcome === 'refused'
  const isOver = isRefused || Temporal.Instant.compare(now, parkAfter) >= 0
  return { id, state: isOver ? 'parked' : 'queued', error: failure.message.slice(0, 500) }
}

async function keepAll({ db, workspaceId, now }: At, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    update pushes set state = ended.state, last_error = ended.error, sent_at = case when ended.state = 'sent' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as ended (id uuid, state text, error text)
    where pushes.workspace_id = ${workspaceId} and pushes.id = ended.id and pushes.state = 'sending'
  `.execute(db)
}
