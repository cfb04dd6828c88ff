import { sql } from 'kysely'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import type { Database } from '#platform/sql/database.ts'
import type { KeptWords } from '#platform/text/kept-words.ts'
import type { MailKept } from '../mail/digest.ts'
import type { ToldTo } from './told-deliveries.ts'

interface Row {
  readonly toldIn: string
  readonly message: string
  readonly reason: KeptWords
}

/** What could not be sent, of which the deliveries of these mails tell, by mail, as far as it still waits for another moment. One statement. */
export async function mailKept(
  { db, workspaceId }: { db: Database; workspaceId: number },
  mails: readonly ToldTo[],
): Promise<Map<string, MailKept[]>> {
  const deliveries = mails.flatMap(({ deliveries: told }) => told.map(({ deliveryId }) => deliveryId))
  const { rows } = await sql<Row>`
    select told_in as "toldIn", message, reason from scheduled
    where workspace_id = ${workspaceId} and person_id = any(${mails.map(({ personId }) => personId)}::uuid[]) and state = 'kept'
      and told_in = any(${deliveries}::uuid[])
    order by send_at, id
  `.execute(db)
  const byDelivery = Map.groupBy(rows, ({ toldIn }) => toldIn)
  const keptOf = ({ deliveries: told }: ToldTo): MailKept[] =>
    told.flatMap(({ deliveryId }) => byDelivery.get(deliveryId) ?? []).map(({ message, reason }) => ({ title: titleOf(message), reason }))
  return new Map(mails.map((mail) => [mail.mailId, keptOf(mail)]))
}

/** What its author wrote: the title of a thread, else how the post begins. */
function titleOf(message: string): string {
  const { title, body } = JSON.parse(message) as Readonly<Record<string, unknown>>
  return typeof title === 'string' ? title : excerptOf(typeof body === 'string' ? body : '', 80)
}
