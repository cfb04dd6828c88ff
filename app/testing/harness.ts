import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptFiles } from '#platform/files/kept-files.ts'
import type { App, Log } from '#platform/http/app.ts'
import { createLive } from '#platform/live/live.ts'
import { openMailTransport } from '#platform/mail/transport.ts'
import { openPushTransport } from '#platform/push/transport.ts'
import { pushIdentity } from '#platform/push/vapid.ts'
import type { Worker } from '#platform/events/worker.ts'
import type { Database } from '#platform/sql/database.ts'
import { type MovableClock, movableClock } from '#platform/testing/clock.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { type CaughtMail, catchMails, type MailCatcher } from '#platform/testing/mail-catcher.ts'
import type { FileParts } from '#features/threads/commands/create-upload.ts'
import { buildServer } from '#app/server.ts'
import { buildWorker } from '#app/worker.ts'

export const testUrl = 'http://localhost:3000'
const secret = 'a secret that only tests know'

/** What came back; `body` is whatever JSON it was, for the test to look into. */
export interface Answer {
  readonly status: number
  readonly body: ReturnType<typeof JSON.parse>
  readonly headers: Headers
}

export interface Someone {
  readonly id: string
  readonly handle: string
  readonly token: string
}

export interface Baton {
  readonly app: App
  readonly db: Database
  readonly databaseUrl: string
  readonly files: FileParts & { readonly folder: string }
  readonly clock: MovableClock
  /** What was logged as an error; empty when all went well. */
  readonly faults: readonly object[]
  call(who: Someone | string | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends a file as the body. */
  upload(who: Someone, path: string, file: Buffer, headers?: Record<string, string>): Promise<Answer>
  /** First run: the workspace Halyard with Ann as owner, in Lisbon unless told otherwise. */
  setup(owner?: { handle?: string; name?: string; timeZone?: string }): Promise<Someone>
  /** Another person, through an invitation by the owner. */
  person(of: { handle: string; name?: string; timeZone?: string; role?: string; spaces?: string[] }): Promise<Someone>
  /** The worker does everything that is due at the clock's now. */
  settle(): Promise<void>
  /** Stops the worker and makes another, as a new start of Baton does. */
  restartWorker(): Promise<void>
  /** What a real mail server on this machine was sent; empty unless Baton was started with mail. */
  readonly mails: readonly CaughtMail[]
  /** That server, to make it behave badly. */
  readonly mailServer: MailCatcher | null
  /** The statements that were sent while `work` ran, without those that begin and end a transaction. */
  statements(work: () => Promise<unknown>): Promise<string[]>
  close(): Promise<void>
}

interface Starting {
  readonly at?: string
  readonly mail?: boolean
  /** The address people use. */
  readonly url?: string
  readonly fileLimit?: number
  readonly trustedProxies?: number
}

/** A whole Baton on a database of its own, with a clock that the test moves. */
export async function startBaton({
  at = '2026-11-23T09:00:00Z',
  mail = false,
  url = testUrl,
  fileLimit = 1024 * 1024,
  trustedProxies = 0,
}: Starting = {}): Promise<Baton> {
  const clock = movableClock(at)
  let seen: string[] = []
  const database = await testDatabase({ onStatement: (text) => seen.push(text) })
  const faults: object[] = []
  const log: Log = { info: () => {}, warn: () => {}, error: (fields) => faults.push(fields) }
  const live = createLive()
  const folder = await mkdtemp(join(tmpdir(), 'baton-files-'))
  const files = { kept: keptFiles(folder), limit: fileLimit, folder }
  const importsFolder = await mkdtemp(join(tmpdir(), 'baton-imports-'))
  const app = buildServer({
    db: database.db,
    clock,
    log,
    url,
    trustedProxies,
    setupCode: null,
    secret,
    mail,
    live,
    files,
    importsFolder,
    nearPushes: true,
    checkOutputs: true,
  })
  const mailServer = mail ? await catchMails() : null
  const transport = mailServer && openMailTransport({ url: mailServer.url, from: 'Baton <baton@halyard.example>' })
  const push = openPushTransport(pushIdentity(secret, 'https://baton.example'), { near: true })
  const newWorker = (): Worker =>
    buildWorker({
      db: database.db,
      connection: { connectionString: database.url },
      clock,
      log,
      live,
      kept: files.kept,
      mail: transport && {
        transport,
        url,
        secret,
      },
      push,
      importsFolder,
    })
  let worker = newWorker()
  let owner: Someone | null = null

  const send = async (
    method: string,
    path: string,
    { headers, body }: { headers: Record<string, string>; body?: BodyInit },
  ): Promise<Answer> => {
    const response = await app.hono.request(`${testUrl}${path.startsWith('/api') || path.startsWith('/health') ? '' : '/api/v1'}${path}`, {
      method,
      headers: { host: 'localhost:3000', ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      headers: response.headers,
    }
  }
  const call: Baton['call'] = async (who, method, path, body, headers = {}) => {
    const token = typeof who === 'string' ? who : who?.token
    return send(method, path, {
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  return {
    app,
    db: database.db,
    databaseUrl: database.url,
    files,
    clock,
    faults,
    call,
    upload: (who, path, file, headers = {}) =>
      send('POST', path, {
        headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/zip', ...headers },
        body: new Uint8Array(file),
      }),
    async setup({ handle = 'ann', name = 'Ann Mori', timeZone = 'Europe/Lisbon' } = {}) {
      const answer = await call(null, 'POST', '/setup', {
        workspace: { name: 'Halyard', slug: 'halyard' },
        owner: { handle, name, email: `${handle}@halyard.example`, password: 'seven quiet lanterns', timeZone },
      })
      if (answer.status !== 201) throw new Error(`setup answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      owner = { id: answer.body.person.id, handle, token: answer.body.token }
      return owner
    },
    async person({ handle, name = handle, timeZone = 'Europe/Lisbon', role = 'member', spaces = [] }) {
      const invitation = await call(owner, 'POST', '/invitations', { role, spaces })
      if (invitation.status !== 201) throw new Error(`the invitation answered ${invitation.status}: ${JSON.stringify(invitation.body)}`)
      const accepted = await call(null, 'POST', `/invitations/${invitation.body.code}`, {
        handle,
        name,
        email: `${handle}@halyard.example`,
        password: 'seven quiet lanterns',
        timeZone,
      })
      if (accepted.status !== 201) throw new Error(`accepting answered ${accepted.status}: ${JSON.stringify(accepted.body)}`)
      return { id: accepted.body.person.id, handle, token: accepted.body.token }
    },
    async statements(work) {
      seen = []
      await work()
      return seen.filter((text) => !/^(begin|commit|rollback|start transaction)\b/i.test(text))
    },
    settle: () => worker.settle(),
    async restartWorker() {
      await worker.stop()
      worker = newWorker()
    },
    mails: mailServer?.mails ?? [],
    mailServer,
    close: async () => {
      live.end(() => true)
      await worker.stop()
      transport?.close()
      push.close()
      await mailServer?.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
      await rm(importsFolder, { recursive: true, force: true })
    },
  }
}
