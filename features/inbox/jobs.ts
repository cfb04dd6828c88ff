import type { Job } from '#platform/jobs/job.ts'
import { wakeItems } from './commands/wake-items.ts'
import { nextWake } from './queries/next-wake.ts'

/** Opens what was snoozed when its time has come; `announce` is told whose it is. */
export function wakeJob(announce: (workspaceId: number, people: readonly string[], position: number) => void): Job {
  return {
    name: 'snoozed items',
    next: nextWake,
    async run(run) {
      const { people, items, position } = await wakeItems(run)
      announce(run.workspaceId, people, position)
      return items
    },
  }
}
