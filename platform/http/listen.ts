import type { Server as NodeServer } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './app.ts'

/** The address is in use, or may not be listened at; the message says what to do. */
export class CannotListen extends Error {}

export interface Listening {
  /** The port that was asked for, or the one that was free when 0 was asked for. */
  readonly port: number
  /** Stops taking requests, lets those under way end within `graceMs`, then closes what is left. */
  stop(graceMs: number): Promise<void>
}

const reasons: Record<string, (where: string) => string> = {
  EADDRINUSE: (where) => `Something else already listens at ${where}. Stop it, or choose another PORT.`,
  EACCES: (where) => `This user may not listen at ${where}. Choose a PORT of 1024 or above.`,
  EADDRNOTAVAIL: (where) => `This machine has no address ${where}. Choose another HOST.`,
  ENOTFOUND: (where) => `The name in ${where} is not known here. Choose another HOST.`,
}

/** Listens for requests. Throws `CannotListen` when the address cannot be had. */
export async function listen(app: App, { port, host }: { port: number; host: string }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.hono.fetch, overrideGlobalObjects: false }) as NodeServer
  // A large file may take long to come; JSON may not, and `readBody` sees to that.
  server.requestTimeout = 60 * 60_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, `${host}:${port}`)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : port, stop: (graceMs) => close(server, graceMs) }
}

function explain(error: NodeJS.ErrnoException, where: string): Error {
  const reason = reasons[error.code ?? '']
  return reason ? new CannotListen(reason(where)) : error
}

function close(server: NodeServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
