import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  readonly from: string
  readonly to: readonly string[]
  /** Header names in small letters, folded lines joined. */
  readonly headers: ReadonlyMap<string, string>
  readonly raw: string
  /** The plain-text part, decoded. */
  readonly text: string
  readonly html: string
}

export interface MailCatcher {
  readonly url: string
  readonly mails: CaughtMail[]
  /** What happens to a mail whose last byte has arrived: throwing refuses it with the error's `responseCode`. It is kept before, unless it throws. */
  behave(how: (mail: CaughtMail) => Promise<void> | void): void
  /** Breaks every connection without a word. */
  dropClients(): void
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it is sent. */
export async function catchMails(port = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let behaviour: (mail: CaughtMail) => Promise<void> | void = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    logger: false,
    closeTimeout: 100,
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const mail = read(Buffer.concat(chunks).toString(), {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        })
        Promise.resolve(mail)
          .then(behaviour)
          .then(() => mails.push(mail))
          .then(() => callback(), callback)
      })
    },
  })
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('error', () => {
    // A client that was killed leaves a broken connection; the next one is none the worse.
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    behave: (how) => {
      behaviour = how
    },
    dropClients: () => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string, envelope: Pick<CaughtMail, 'from' | 'to'>): CaughtMail {
  const { headers, body } = split(raw)
  const parts = partsOf(headers.get('content-type') ?? 'text/plain', body).map(split)
  const decoded = (type: string): string => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type))
    return part ? decode(part.body, part.headers.get('content-transfer-encoding') ?? '') : ''
  }
  return { ...envelope, headers, raw, text: decoded('text/plain'), html: decoded('text/html') }
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  return { headers, body: raw.slice(end + 4) }
}

function partsOf(type: string, body: string): string[] {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  return boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => part.replace(/^\r\n/, ''))
    : [`content-type: ${type}\r\n\r\n${body}`]
}

function decode(body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding.toLowerCase() !== 'quoted-printable') return body.replaceAll('\r\n', '\n')
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}
