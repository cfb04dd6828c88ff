export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Without angle brackets. The same one makes a second copy known as such. */
  readonly messageId: string
  /** Message-IDs under which a mail client gathers this one with others. */
  readonly references?: readonly string[]
  /** Where one signed POST ends these mails, and where a person can do so by hand. */
  readonly unsubscribe?: { readonly post: string }
}

/**
 * How sending ended where it did not succeed. `unknown`: the server may have taken the mail. `refused`: it never will. `later`: it did not, but
 * may another time.
 */
export class MailFailure extends Error {
  readonly outcome: 'later' | 'refused' | 'unknown'

  constructor(outcome: MailFailure['outcome'], cause: Error) {
    super(cause.message, { cause })
    this.outcome = outcome
  }
}

export interface MailTransport {
  /** Resolves when the server has taken the mail. Throws `MailFailure`. */
  send(mail: OutgoingMail): Promise<void>
  /** Resolves when the server would take mails: it answers, and lets us in. Throws what stands in the way. */
  check(): Promise<void>
  close(): void
}

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/**
 * Sends through the server of an `smtp:` or `smtps:` address. Whatever it offers in TLS is used; beyond this machine it is demanded, unless the
 * address says `?requireTLS=false`.
 */
export function openMailTransport({ url, from }: { url: string; from: string }): MailTransport {
  const target = new URL(url)
  for (const [name, value] of Object.entries(defaults(loopback.has(target.hostname)))) {
    if (!target.searchParams.has(name)) target.searchParams.set(name, value)
  }
  const settings = { from, disableFileAccess: true, disableUrlAccess: true }
  // Large, and loaded only by a server that sends mails.
  const transporter = import('nodemailer').then(({ createTransport }) => createTransport(target.toString(), settings))
  return {
    send: async (mail) => {
      const opened = await transporter
      await opened.sendMail(messageOf(mail)).catch(fail)
    },
    check: async () => {
      const opened = await transporter
      await opened.verify()
    },
    close: () => void transporter.then((opened) => opened.close()),
  }
}

const defaults = (near: boolean): Record<string, string> => ({
  connectionTimeout: '10000',
  greetingTimeout: '10000',
  socketTimeout: '30000',
  requireTLS: String(!near),
  // A server on this machine names itself as it likes.
  ...(near ? { 'tls.rejectUnauthorized': 'false' } : {}),
})

function messageOf({ to, subject, text, html, messageId, references = [], unsubscribe }: OutgoingMail) {
  return {
    to,
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    ...(references.length > 0
      ? {
          references: references.map((id) => `<${id}>`),
          inReplyTo: `<${references.at(-1) ?? ''}>`,
        }
      : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? {
            'List-Unsubscribe': `<${unsubscribe.post}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  }
}

interface SmtpError extends Error {
  readonly code?: string
  readonly originalCode?: string
  readonly responseCode?: number
}

function fail(error: SmtpError): never {
  throw new MailFailure(outcomeOf(error), error)
}

/** What ends a sending before the text is on its way. */
const before = new Set(['EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])

/** What the server answers is certain, and so is what fails before the text is on its way. Silence is not. */
function outcomeOf({ code, originalCode, responseCode }: SmtpError): MailFailure['outcome'] {
  if (responseCode) return responseCode >= 500 && code !== 'EAUTH' ? 'refused' : 'later'
  return before.has(code ?? '') || before.has(originalCode ?? '') ? 'later' : 'unknown'
}
