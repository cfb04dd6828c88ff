import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { DigestMail } from '../mail/digest.ts'
import type { MailToSend } from './mail-contents.ts'

/** What mails or pushes say, by their ids, or why that could not be read. */
export type Digests = ReadonlyMap<string, DigestMail | Error>

/** Reads what these say, all together. Where that fails for all, each is read alone: one that cannot be keeps nobody else waiting. */
export async function readApart(read: (some: readonly MailToSend[]) => Promise<Digests>, mails: readonly MailToSend[]): Promise<Digests> {
  try {
    return await read(mails)
  } catch (error) {
    if (!(error instanceof Error) || isUnavailable(error)) throw error
    if (mails.length === 1) return new Map(mails.map(({ id }) => [id, error]))
    const apart = await Promise.all(mails.map((mail) => readApart(read, [mail])))
    return new Map(apart.flatMap((digests) => [...digests]))
  }
}
