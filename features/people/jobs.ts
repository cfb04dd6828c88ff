import type { Job } from '#platform/jobs/job.ts'
import { sweepSignIn } from './commands/sweep-sign-in.ts'
import { nextSweep } from './queries/next-sweep.ts'

/** Once a day, what has ended of sign-in is swept away. */
export const signInSweep: Job = { name: 'people.sweep', next: nextSweep, run: sweepSignIn }
