import type { Database } from '#platform/sql/database.ts'
import { nextDigest } from '#features/availability/rules/digests.ts'
import { zoneAt } from '#features/availability/rules/reach.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import type { DigestMail, MailOnCall } from '../mail/digest.ts'
import { dateAround, isMoment, mailDay, type MomentKind } from '../rules/moments.ts'
import { mailAbsences } from './mail-absences.ts'
import { mailAsks } from './mail-asks.ts'
import { mailItems } from './mail-items.ts'
import { mailKept } from './mail-kept.ts'
import { mailOnCall } from './mail-on-call.ts'
import { mailThreads } from './mail-threads.ts'
import { type Telling, toldDeliveries } from './told-deliveries.ts'

interface Sending {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly url: string
  /** Where the signed press to end a person's mails goes. */
  unsubscribe(personId: string): string
  /** Whether these are mails, or pushes, which say the same in fewer words. */
  readonly telling: Telling
}

/** A mail that is about to be sent, and to whom. */
export interface MailToSend {
  readonly id: string
  readonly kind: MomentKind | 'invitation' | 'code' | 'sign-in'
  /** Null for an invitation: whoever is invited is no person here yet. */
  readonly reader: { readonly id: string; readonly name: string; readonly calendar: Resolved } | null
}

interface Told {
  readonly id: string
  readonly kind: MomentKind
  readonly reader: NonNullable<MailToSend['reader']>
}

/**
 * What these mails say, by their ids, as things stand now and by today's rights: their own deliveries and those that were merged into them. One with
 * nothing left to say is left out. As many statements for all of them as for one.
 */
export async function mailContents(at: Sending, mails: readonly MailToSend[]): Promise<Map<string, DigestMail>> {
  const telling = mails.flatMap(({ id, kind, reader }) => (reader === null || !isMoment(kind) ? [] : { id, kind, reader }))
  if (telling.length === 0) return new Map()
  const told = await toldDeliveries(at, { ids: telling.map(({ id }) => id), from: at.telling })
  const windows = telling.map(({ id, reader }) => ({ mailId: id, personId: reader.id, deliveries: told.get(id) ?? [] }))
  const items = await mailItems(at, windows)
  const absences = await mailAbsences(at, windows)
  const asks = await mailAsks(
    at,
    telling.map(({ id, kind, reader }) => ({
      mailId: id,
      personId: reader.id,
      // What urges stands alone; a push says only what came.
      listsToday: kind === 'digest' && at.telling === 'mails',
      until: dateAround(reader.calendar, at.now).end,
      all: absences.has(id),
      ...(items.get(id) ?? { fresh: [], again: [] }),
    })),
  )
  const threads = await mailThreads(at, windows)
  const kept = await mailKept(at, windows)
  // A push has no foot.
  const onCall =
    at.telling === 'mails' ? await mailOnCall(at, [...new Set(telling.map(({ reader }) => reader.id))]) : new Map<string, MailOnCall>()
  const workspace = (await getWorkspace(at.db, at.workspaceId))?.name ?? ''
  return new Map(
    telling.flatMap((mail) => {
      const { brings, ...told } = asks.get(mail.id)!
      const parts = {
        items: items.get(mail.id)?.told ?? [],
        threads: threads.get(mail.id) ?? [],
        kept: kept.get(mail.id) ?? [],
        absence: absences.get(mail.id) ?? null,
        onCall: onCall.get(mail.reader.id) ?? null,
      }
      return brings || saysSomething(parts) ? [[mail.id, { workspace, ...told, ...parts, ...readerParts(at, mail) }] as const] : []
    }),
  )
}

const saysSomething = ({ items, threads, kept, absence }: Pick<DigestMail, 'items' | 'threads' | 'kept' | 'absence'>): boolean =>
  items.length + threads.length + kept.length + (absence?.settled.length ?? 0) > 0

type ReaderParts = Pick<DigestMail, 'reader' | 'zone' | 'now' | 'kind' | 'next' | 'deliveries' | 'day' | 'url' | 'unsubscribe'>

function readerParts({ now, url, unsubscribe }: Sending, { kind, reader: { id, name, calendar } }: Told): ReaderParts {
  const at = now.epochMilliseconds
  return {
    reader: name,
    zone: zoneAt(calendar, at),
    now: at,
    kind,
    next: nextDigest(calendar, at + 1),
    deliveries: calendar.calendar.deliveries,
    day: mailDay(calendar, now),
    url,
    unsubscribe: unsubscribe(id),
  }
}
