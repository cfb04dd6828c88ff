import { formatDate } from '#platform/text/format-time.ts'
import { button, escaped, mailPage, styles } from './html.ts'
import { mailText } from './texts.ts'

export interface InvitationMail {
  readonly workspace: string
  /** Who invites. */
  readonly inviter: string
  /** Where it is accepted. */
  readonly address: string
  /** In epoch milliseconds, as is `now`. */
  readonly expiresAt: number
  readonly now: number
}

export function invitationSubject({ inviter, workspace }: InvitationMail): string {
  return mailText('invitationSubject', { name: inviter, workspace })
}

export function invitationText(mail: InvitationMail): string {
  const join = mailText('invitationJoin', { workspace: mail.workspace })
  return [lead(mail), '', mailText('invitationWhat'), '', `${join}: ${mail.address}`, '', until(mail), ''].join('\n')
}

export function invitationHtml(mail: InvitationMail): string {
  const body = `<h1 style="${styles.title}" class="ink">${escaped(lead(mail))}</h1>
<p style="${styles.reading};margin:12px 0 24px" class="ink2">${escaped(mailText('invitationWhat'))}</p>
${button({ address: mail.address, text: mailText('invitationJoin', { workspace: mail.workspace }), main: true })}`
  const below = `<span class="ink3">${escaped(until(mail))}</span>`
  return mailPage({ title: invitationSubject(mail), preview: lead(mail), above: escaped(mail.workspace), body, below })
}

const lead = ({ inviter, workspace }: InvitationMail): string => mailText('invitationLead', { name: inviter, workspace })

/** Nothing is known of the receiver's zone yet. */
const until = ({ expiresAt, now }: InvitationMail): string =>
  mailText('invitationUntil', { date: formatDate(expiresAt, { zone: 'UTC', now }) })
