import { constrainedMemory } from 'node:process'
import { totalmem } from 'node:os'

const MEGABYTE = 1024 * 1024

export type Settings = Readonly<Record<string, string>>

/** What the server is started with on a machine of this size; all else keeps PostgreSQL's own default. */
export function settingsFor(memory: number = memoryOfMachine()): Settings {
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${Math.round(Math.min(Math.max(memory / 4 / MEGABYTE, 64), 2048))}MB`,
    effective_cache_size: `${Math.round(Math.max(memory / 2 / MEGABYTE, 256))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    // Reading ahead costs more than it brings when there are few cores.
    effective_io_concurrency: '0',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // A refused statement is a matter for Baton's own log, and may hold what people wrote.
    log_min_error_statement: 'panic',
  }
}

function memoryOfMachine(): number {
  const limit = constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
