import { clearShelf, shelfPath } from '#platform/files/shelf.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Clock } from '#platform/time/clock.ts'
import { runImport } from './commands/run-import.ts'
import { nextImport } from './queries/next-import.ts'

/** Brings in what was sent, one archive after the other, in a lane of its own. The archive is removed once it is brought in or refused. */
export function importJob({ folder, clock }: { folder: string; clock: Clock }): Job {
  return {
    name: 'imports',
    next: async (run) => (await nextImport(run))?.at ?? null,
    async run({ db, workspaceId, now, interrupted = () => false }) {
      const due = await nextImport({ db, workspaceId })
      if (due === null) return 0
      const path = shelfPath(folder, due.id)
      const { end } = await runImport({ db, workspaceId, now, by: due.by }, { id: due.id, path, clock, interrupted })
      if (end === 'done' || end === 'failed') await clearShelf(folder, due.id)
      return 1
    },
  }
}
