import { servedWorkspace } from '#features/people/access.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { getSetup as contract } from '../contract/setup.ts'

/** Whether the first run is still to come, and whether it asks for `setupCode`. */
export async function getSetup({ db }: Pick<Visit, 'db'>, setupCode: string | null): Promise<OutputOf<typeof contract>> {
  const needed = (await getWorkspace(db, servedWorkspace)) === null
  return { needed, code: needed && setupCode !== null }
}
