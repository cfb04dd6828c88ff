import { Socket } from 'node:net'
import pg from 'pg'
import type { Prepared, Send } from './prepared-query.ts'

export interface SharedConnections {
  query(statement: string | Prepared): Promise<pg.QueryResult>
  end(): Promise<void>
}

interface Line {
  readonly client: Promise<pg.Client>
  readonly socket: Socket
  waiting: number
  gathering: boolean
}

const MOST_LINES = 4
/** What waits behind one slow statement. */
const MOST_TOGETHER = 8

/**
 * A few connections that everybody uses at the same time, opened as they are needed. What is sent in one turn of the event loop leaves in one
 * packet, and is not held up by answers that are still to come: half the work for whoever sends. A connection that broke is replaced on the next
 * use; what was under way on it reports so.
 */
export function sharedConnections(config: pg.ClientConfig, send: Send): SharedConnections {
  const lines = new Set<Line>()

  function open(): Line {
    const socket = new Socket()
    const client = new pg.Client({ ...config, stream: () => socket, pipeline: true })
    const line: Line = { socket, waiting: 0, gathering: false, client: client.connect().then(() => client) }
    const forget = (): void => void lines.delete(line)
    client.on('error', forget)
    client.on('end', forget)
    line.client.catch(forget)
    lines.add(line)
    return line
  }

  /** One that sends at this moment anyway; else the one on which least waits, or another one while there may be more and none is free. */
  function best(): Line {
    const all = [...lines].toSorted((one, other) => one.waiting - other.waiting)
    const sending = all.find((line) => line.gathering && line.waiting < MOST_TOGETHER)
    if (sending) return sending
    const [least] = all
    return least && (least.waiting === 0 || all.length >= MOST_LINES) ? least : open()
  }

  return {
    async query(statement) {
      const line = best()
      line.waiting += 1
      try {
        const client = await line.client
        gather(line)
        return await send(client, statement)
      } finally {
        line.waiting -= 1
      }
    },
    async end() {
      const all = [...lines]
      lines.clear()
      await Promise.allSettled(all.map(async ({ client }) => (await client).end()))
    },
  }
}

function gather(line: Line): void {
  if (line.gathering) return
  line.gathering = true
  line.socket.cork()
  setImmediate(() => {
    line.gathering = false
    line.socket.uncork()
  })
}
