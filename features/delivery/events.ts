/** What administrators do about mails and pushes. Receivers and texts are never part of a fact. */
interface MailFact<Type extends string> {
  readonly type: Type
  readonly subject: { readonly mailId: string }
}

export type MailRetried = MailFact<'mail.retried'>
export type MailDropped = MailFact<'mail.dropped'>

interface PushFact<Type extends string> {
  readonly type: Type
  readonly subject: { readonly pushId: string }
}

export type PushRetried = PushFact<'push.retried'>
export type PushDropped = PushFact<'push.dropped'>

export type DeliveryEvent = MailRetried | MailDropped | PushRetried | PushDropped
