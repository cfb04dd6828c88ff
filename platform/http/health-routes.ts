import { sql } from 'kysely'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { App } from './app.ts'

/** Whether the process lives, whether it can do its work, and what it measures, outside /api for whatever watches over it. */
export function addHealthRoutes(app: App, registry: Registry): void {
  app.hono.get('/health/live', (c) => c.json({ status: 'live' }))
  app.hono.get('/health/ready', async (c) => {
    await sql`select 1`.execute(app.server.db)
    return c.json({ status: 'ready' })
  })
  app.hono.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }))
}

/** A registry that already measures the process itself. */
export function metricsRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}
