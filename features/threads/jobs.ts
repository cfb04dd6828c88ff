import type { KeptFiles } from '#platform/files/kept-files.ts'
import type { Job } from '#platform/jobs/job.ts'
import { sweepDrafts } from './commands/sweep-drafts.ts'
import { sweepFiles } from './commands/sweep-files.ts'
import { nextDraftSweep } from './queries/next-draft-sweep.ts'
import { nextFileSweep } from './queries/next-file-sweep.ts'

/** What was taken out of posts is removed from the disk, and what never came into one after a day. */
export const fileSweep = (kept: KeptFiles): Job => ({ name: 'threads.files', next: nextFileSweep, run: (run) => sweepFiles(run, kept) })

/** What nobody has written on for a year is swept away. */
export const draftSweep: Job = { name: 'threads.sweep drafts', next: nextDraftSweep, run: sweepDrafts }
