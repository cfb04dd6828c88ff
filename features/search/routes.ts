import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { listAnswered as answered, search } from './contract.ts'
import { listAnswered } from './queries/list-answered.ts'
import { searchEntries } from './queries/search-entries.ts'

/** Search over everything one may see. */
export function addSearchRoutes(app: App): void {
  handle(app, search, searchEntries)
  handle(app, answered, listAnswered)
}
