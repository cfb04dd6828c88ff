import type { App } from './app.ts'
import { contractPage } from './contract-page.ts'
import { openApi } from './openapi.ts'

/** The contract, for programs at /api/openapi.json and for people at /api, both open; each is written when it is first read. Add it after every endpoint is bound. */
export function addContractRoutes(app: App, about: { title: string; version: string }): void {
  const document = written(() => JSON.stringify(openApi(app.endpoints, { ...about, url: app.server.url })))
  const page = written(() => contractPage(app.endpoints, about.title))
  app.hono.get('/api/openapi.json', (c) => c.body(document(), 200, { 'content-type': 'application/json; charset=utf-8' }))
  app.hono.get('/api', (c) => c.html(page()))
}

function written(write: () => string): () => string {
  let text: string | null = null
  return () => (text ??= write())
}
