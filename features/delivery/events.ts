/** What administrators do about mails. Receivers and texts are never part of a fact. */
interface MailFact<Type extends string> {
  readonly type: Type
  readonly subject: { readonly mailId: string }
}

export type MailRetried = MailFact<'mail.retried'>
export type MailDropped = MailFact<'mail.dropped'>

export type DeliveryEvent = MailRetried | MailDropped
