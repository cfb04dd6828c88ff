import pg from 'pg'
import type { Connection } from '#platform/sql/database.ts'

const LOCK_CLASS = 727_003

/** Which workspaces this process works for. */
export interface WorkspaceLocks {
  /** Tries for every workspace that is not held yet, and returns all that are. Finds out, too, when the connection has gone. */
  hold(): Promise<number[]>
  holds(workspaceId: number): boolean
  release(): Promise<void>
}

/** Advisory locks, one for each workspace, on a connection of their own: when it goes, so do they, and another process takes over. */
export function workspaceLocks(connection: Connection): WorkspaceLocks {
  let client: pg.Client | null = null
  const held = new Set<number>()

  function forget(gone: pg.Client): void {
    if (client !== gone) return
    client = null
    held.clear()
  }

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...connection, keepAlive: true, connectionTimeoutMillis: 10_000 })
    fresh.on('error', () => forget(fresh))
    fresh.on('end', () => forget(fresh))
    await fresh.connect()
    client = fresh
    return fresh
  }

  return {
    async hold() {
      const current = client ?? (await connect())
      const { rows } = await current.query<{ id: number; locked: boolean }>(
        'select id, pg_try_advisory_lock($1, id) as locked from workspaces where id <> all($2::int[]) order by id',
        [LOCK_CLASS, [...held]],
      )
      for (const { id, locked } of rows) if (locked) held.add(id)
      return [...held]
    },
    holds: (workspaceId) => held.has(workspaceId),
    async release() {
      const current = client
      client = null
      held.clear()
      await current?.end()
    },
  }
}
