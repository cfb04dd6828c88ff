// oxlint-disable house/commands-record -- a mail on its way is the machine's own housekeeping
import { sql } from 'kysely'
import type { Log } from '#platform/http/app.ts'
import { receiverOf } from '#platform/mail/receiver.ts'
import { MailFailure, type MailTransport, type OutgoingMail } from '#platform/mail/transport.ts'
import { writtenFor } from '#platform/text/reader.ts'
import type { Database } from '#platform/sql/database.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import { zoneAt } from '#features/availability/rules/reach.ts'
import { digestHtml } from '../mail/digest-html.ts'
import { digestText } from '../mail/digest-text.ts'
import { type DigestMail, subjectOf } from '../mail/digest.ts'
import { type InvitationMail, invitationHtml, invitationSubject, invitationText } from '../mail/invitation.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import { codeLetter, signInLetter } from '../mail/sign-in.ts'
import { codeMail } from '../queries/code-mail.ts'
import { invitationMail } from '../queries/invitation-mail.ts'
import { mailContents } from '../queries/mail-contents.ts'
import { signInMail } from '../queries/sign-in-mail.ts'
import { type Digests, readApart } from '../queries/read-apart.ts'
import { unsubscribeToken } from '../access/subscriber.ts'
import { type ClaimedMail, claimMails } from './claim-mails.ts'
import { type Keep, keepTogether, type Outcome } from './keep-together.ts'

export interface MailParts {
  readonly transport: MailTransport
  /** The address people use, without a slash at the end: links are made from it only. */
  readonly url: string
  /** What links are signed with. */
  readonly secret: string
  readonly log: Log
}

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/**
 * Sends mails that are due, those that still have something to say: what each says is read for all of them together, and then nobody's waits for
 * another's. That they are being sent is committed before the first byte; whatever ends this process in between, the next attempt carries the
 * same Message-ID.
 */
export async function sendMails(parts: MailParts, at: At, ids: readonly string[]): Promise<void> {
  const mails = await claimMails(at.db, at, ids)
  if (mails.length === 0) return
  const digests = await digestsOf(parts, at, mails)
  const keep = keepTogether((outcomes) => keepAll(at, outcomes))
  const ended = await Promise.allSettled(mails.map((mail) => sendMail(parts, at, { mail, digest: digests.get(mail.id) ?? null, keep })))
  for (const end of ended)
    if (end.status === 'rejected')
      parts.log.error({ err: end.reason, workspaceId: at.workspaceId }, 'how a mail ended could not be kept; it is tried again')
}

/** What the digests among these say. */
function digestsOf(parts: MailParts, at: At, mails: readonly ClaimedMail[]): Promise<Digests> {
  const unsubscribe = (personId: string): string =>
    `${parts.url}/api/v1/unsubscribe/${unsubscribeToken(parts.secret, { workspaceId: at.workspaceId, personId })}`
  return readApart((some) => mailContents({ ...at, url: parts.url, unsubscribe, telling: 'mails' }, some), mails)
}

interface Sending {
  readonly mail: ClaimedMail
  readonly digest: DigestMail | Error | null
  readonly keep: Keep
}

async function sendMail(parts: MailParts, at: At, { mail, digest, keep }: Sending): Promise<void> {
  try {
    if (digest instanceof Error) throw digest
    const outgoing = await writeMail(parts, at, { mail, digest })
    if (outgoing) await parts.transport.send(outgoing)
    await keep({ id: mail.id, state: outgoing ? 'sent' : 'dropped' })
  } catch (error) {
    if (!(error instanceof Error) || isUnavailable(error)) throw error
    if (error instanceof MailFailure)
      parts.log.warn({ mail: mail.id, outcome: error.outcome, attempts: mail.attempts, reason: error.message }, 'a mail was not sent')
    else parts.log.error({ err: error, mail: mail.id }, 'a mail could not be written')
    await keep(afterFailure(at, mail, error))
  }
}

async function writeMail(
  { url, secret }: MailParts,
  at: At,
  { mail, digest }: { mail: ClaimedMail; digest: DigestMail | null },
): Promise<OutgoingMail | null> {
  const host = new URL(url).hostname
  // An invitation that is sent again by a press is another mail: programs would hide a second copy.
  const own = mail.invitationId === null ? mail.id : `${mail.id}.${mail.parkAfter.epochMilliseconds}`
  const envelope = { to: mail.address, messageId: `${mail.deliveryId ?? own}@${host}` }
  const receiver = receiverOf(mail.writing, mail.writing.browserLocale)
  const letter = await letterOf(at, mail, secret)
  if (letter) return { ...envelope, ...writtenFor(receiver, () => letterParts(letter())) }
  if (mail.invitationId !== null) {
    const invitation = await invitationMail(at, { invitationId: mail.invitationId, url, secret })
    return invitation && { ...envelope, ...writtenFor(receiver, () => invitationParts(invitation)) }
  }
  if (digest === null || mail.reader === null) return null
  const numbers = new Set<number | null>([...digest.asks, ...digest.items, ...digest.threads].map(({ number }) => number))
  // What speaks of one thread goes with everything else about it; what speaks of several, with the reader's other deliveries.
  const root = numbers.size === 1 && !numbers.has(null) ? `thread-${[...numbers].join('')}` : 'deliveries'
  return {
    ...envelope,
    ...writtenFor(receiver, () => ({ subject: subjectOf(digest), text: digestText(digest), html: digestHtml(digest) })),
    references: [`${root}.${mail.reader.id}@${host}`],
    unsubscribe: { post: digest.unsubscribe },
  }
}

const letterParts = (letter: Letter) => ({ subject: letter.subject, text: letterText(letter), html: letterHtml(letter) })

const invitationParts = (mail: InvitationMail) => ({
  subject: invitationSubject(mail),
  text: invitationText(mail),
  html: invitationHtml(mail),
})

/** What a mail about sign-in says, once it is known to whom; null for others, and when it has nothing to say any more. */
async function letterOf(at: At, { codeId, eventId, reader }: ClaimedMail, secret: string): Promise<(() => Letter) | null> {
  if (codeId !== null) {
    const code = await codeMail(at, { codeId, secret })
    return code && (() => codeLetter(code))
  }
  if (eventId === null || reader === null) return null
  const told = await signInMail(at, { eventId, zone: zoneAt(reader.calendar, at.now.epochMilliseconds) })
  return told && (() => signInLetter(told))
}

/** What the server put off waits its turn; what it may have taken is sent again as it was; what it refused, or put off for a day, is parked. */
function afterFailure({ now }: At, { id, parkAfter }: ClaimedMail, failure: Error): Outcome {
  const error = failure.message.slice(0, 500)
  const outcome = failure instanceof MailFailure ? failure.outcome : 'later'
  if (outcome === 'refused' || Temporal.Instant.compare(now, parkAfter) >= 0) return { id, state: 'parked', error }
  return { id, state: outcome === 'unknown' ? 'sending' : 'queued', error }
}

async function keepAll({ db, workspaceId, now }: At, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    update mails set state = ended.state, last_error = ended.error, sent_at = case when ended.state = 'sent' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as ended (id uuid, state text, error text)
    where mails.workspace_id = ${workspaceId} and mails.id = ended.id and mails.state = 'sending'
  `.execute(db)
}
