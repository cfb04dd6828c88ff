import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** What Baton is told by its environment; `null` where there is a built-in way. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The address people use, without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  /** null: nothing is sent by mail. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** null: made once and kept in the data folder. */
  readonly secret: string | null
  /** How many proxies stand before Baton, whose `X-Forwarded-For` counts. */
  readonly trustedProxies: number
  /** How large a file may be, in bytes. */
  readonly fileLimit: number
  readonly logLevel: (typeof levels)[number]
}

/** The environment holds values that Baton cannot work with; one sentence for each. */
export class WrongConfig extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
const address = (protocols: RegExp) => z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol))
const mailbox = /^(?:[^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/

interface Variable {
  readonly shape: z.ZodType
  readonly instead: string
}

const variables = {
  PORT: { shape: whole(1, 65_535), instead: 'a whole number from 1 to 65535, such as 3000' },
  HOST: {
    shape: z.string().regex(/^[\w.:-]+$/),
    instead: 'an address or name of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
  },
  BATON_URL: { shape: address(/^https?:$/).refine(isOrigin), instead: 'the address people use, such as https://baton.example.com' },
  BATON_DATA_DIR: { shape: z.string().refine((path) => !path.includes('\0')), instead: 'a folder, such as ./data' },
  DATABASE_URL: {
    shape: address(/^postgres(ql)?:$/),
    instead: 'the address of a PostgreSQL 15 to 18, such as postgresql://baton:password@localhost/baton',
  },
  SMTP_URL: { shape: address(/^smtps?:$/), instead: 'the address of a mail server, such as smtp://user:password@mail.example.com:587' },
  MAIL_FROM: { shape: z.string().regex(mailbox), instead: 'a mail address, such as Baton <baton@example.com>' },
  BATON_SECRET: { shape: z.string().min(32), instead: 'at least 32 random characters, such as `openssl rand -base64 32` prints' },
  BATON_TRUST_PROXY: { shape: whole(0, 10), instead: 'how many proxies stand before Baton, from 0 to 10' },
  BATON_FILE_LIMIT: { shape: whole(1, 2_000), instead: 'how large a file may be, in MB, from 1 to 2000' },
  LOG_LEVEL: { shape: z.enum(levels), instead: `one of ${levels.join(', ')}` },
} satisfies Record<string, Variable>

type Name = keyof typeof variables
type Values = { [K in Name]?: z.output<(typeof variables)[K]['shape']> }

/** The configuration that an environment asks for; an empty value counts as absent. Throws `WrongConfig` with all problems at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = parseAll(env)
  const { PORT = 3000, HOST = '127.0.0.1' } = values
  const url = (values.BATON_URL ?? `http://${urlHost(HOST)}:${PORT}`).replace(/\/+$/, '')
  return {
    port: PORT,
    host: HOST,
    url,
    dataDir: resolve(values.BATON_DATA_DIR ?? 'data'),
    databaseUrl: values.DATABASE_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? `Baton <baton@${mailDomain(url)}>`,
    secret: values.BATON_SECRET ?? null,
    trustedProxies: values.BATON_TRUST_PROXY ?? 0,
    fileLimit: (values.BATON_FILE_LIMIT ?? 100) * 1024 * 1024,
    logLevel: values.LOG_LEVEL ?? 'info',
  }
}

/** Whether Baton can be reached from this machine only. */
export function isLocalOnly({ host, url }: Pick<Config, 'host' | 'url'>): boolean {
  return loopback.has(host) && loopback.has(new URL(url).hostname.replace(/^\[|\]$/g, ''))
}

function parseAll(env: Readonly<Record<string, string | undefined>>): Values {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { shape, instead }] of Object.entries(variables)) {
    const text = env[name]?.trim()
    if (!text) continue
    const parsed = shape.safeParse(text)
    if (parsed.success) values[name] = parsed.data
    else problems.push(`${name} is not right: write ${instead}.`)
  }
  if (problems.length > 0) throw new WrongConfig(problems)
  return values
}

function isOrigin(text: string): boolean {
  const { pathname, search, hash, username } = new URL(text)
  return pathname === '/' && !search && !hash && !username
}

/** An address that listens everywhere is no address to go to. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function mailDomain(url: string): string {
  const { hostname } = new URL(url)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? 'localhost' : hostname
}
