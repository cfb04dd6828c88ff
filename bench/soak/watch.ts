import type { Client } from 'pg'

/** What must not grow, at one moment. Null where the machine does not tell. */
export interface Sample {
  /** Resident, in megabytes. */
  readonly memory: number | null
  /** Files and sockets the process holds open. */
  readonly handles: number | null
  /** To the database. */
  readonly connections: number
  /** Events that no worker has seen. */
  readonly outbox: number
}

/** Looks at a server that runs, and at its database. */
export async function look(url: string, client: Client): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const metric = (name: string): number | null => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
    return value === undefined ? null : Number(value)
  }
  const memory = metric('process_resident_memory_bytes')
  const { rows } = await client.query<{ connections: number; outbox: number }>(`
    select (select count(*)::integer from outbox) as outbox, count(*)::integer as connections
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
  const { connections = 0, outbox = 0 } = rows[0] ?? {}
  return { memory: memory === null ? null : Math.round(memory / 1_000_000), handles: metric('process_open_fds'), connections, outbox }
}

export interface Figure {
  readonly name: keyof Sample
  /** Middles of the first and of the last part of the time, once it was warm. */
  readonly early: number
  readonly late: number
  /** The most that late may be. */
  readonly most: number
}

/** What may come on top of what it was: of itself, and in its own measure. */
const room: Readonly<Record<keyof Sample, { readonly times: number; readonly plus: number }>> = {
  memory: { times: 1.1, plus: 20 },
  handles: { times: 1, plus: 16 },
  connections: { times: 1, plus: 4 },
  outbox: { times: 1, plus: 200 },
}

/** Whether it grew: the last third against the one before the middle, the first quarter being what warms it. */
export function figuresOf(samples: readonly Sample[]): Figure[] {
  const warm = samples.slice(Math.floor(samples.length / 4))
  const part = Math.max(1, Math.floor(warm.length / 3))
  return (['memory', 'handles', 'connections', 'outbox'] as const).flatMap((name) => {
    const [early, late] = [middle(warm.slice(0, part), name), middle(warm.slice(-part), name)]
    return early === null || late === null ? [] : [{ name, early, late, most: Math.ceil(early * room[name].times + room[name].plus) }]
  })
}

function middle(samples: readonly Sample[], name: keyof Sample): number | null {
  const values = samples.map((sample) => sample[name]).filter((value) => value !== null)
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null
}
