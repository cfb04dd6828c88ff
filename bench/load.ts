import { connect, type Socket } from 'node:net'
import { stopwatch } from '#platform/time/clock.ts'
import { answers } from './http/child.ts'

export interface Shot {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Requests to a server on this machine, one after another on each of some connections that stay open, until the time is over. */
export interface Burst {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  /** Sent in turn, again and again. */
  readonly shots: readonly Shot[]
}

export interface Fired {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Answers by status other than 2xx. */
  readonly refused: Readonly<Record<string, number>>
}

const MOST = 1_000_000
const HEAD_END = Buffer.from('\r\n\r\n')
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n')

answers(async ({ port, connections, seconds, shots }: Burst): Promise<Fired> => {
  const requests = shots.map((shot) => bytesOf(shot, port))
  const times: number[] = []
  const refused: Record<string, number> = {}
  const waited = stopwatch()
  let next = 0
  const fire = async (socket: Socket): Promise<void> => {
    const send = answersOn(socket)
    while (waited() < seconds * 1000 && times.length < MOST) {
      const start = waited()
      const status = await send(requests[next++ % requests.length]!)
      times.push(waited() - start)
      if (!status.startsWith('2')) refused[status] = (refused[status] ?? 0) + 1
    }
    socket.end()
  }
  await Promise.all(Array.from({ length: connections }, async () => fire(await opened(port))))
  const took = waited() / 1000
  times.sort((one, other) => one - other)
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused }
})

function bytesOf({ method, path, headers = {}, body }: Shot, port: number): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const all = {
    host: `127.0.0.1:${port}`,
    ...headers,
    ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
  }
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${text}`,
  )
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Sends one request at a time and tells the status once the answer is there wholly. Only as much HTTP as the servers here speak. */
function answersOn(socket: Socket): (request: Buffer) => Promise<string> {
  let got: Buffer = Buffer.alloc(0)
  let done: (status: string) => void = () => {}
  let broken: (error: Error) => void = () => {}
  socket.on('data', (data: Buffer) => {
    got = got.length === 0 ? data : Buffer.concat([got, data])
    const head = got.indexOf(HEAD_END)
    if (head < 0 || !isWhole(got, head)) return
    const status = got.toString('latin1', 9, 12)
    got = Buffer.alloc(0)
    done(status)
  })
  socket.on('error', (error) => broken(error))
  socket.on('close', () => broken(new Error('The server closed the connection.')))
  return (request) =>
    new Promise((resolve, reject) => {
      done = resolve
      broken = reject
      socket.write(request)
    })
}

function isWhole(answer: Buffer, head: number): boolean {
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.toString('latin1', 0, head))?.[1]
  if (length === undefined) return answer.subarray(-CHUNKS_END.length).equals(CHUNKS_END)
  return answer.length >= head + HEAD_END.length + Number(length)
}
