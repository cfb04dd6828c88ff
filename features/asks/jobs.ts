import type { Job } from '#platform/jobs/job.ts'
import { assignAsks } from './commands/assign-asks.ts'
import { coverDueAsks } from './commands/cover-due-asks.ts'
import { expireAsks } from './commands/expire-asks.ts'
import { pagePeople } from './commands/page-people.ts'
import { sendScheduled } from './commands/send-scheduled.ts'
import { sweepScheduled } from './commands/sweep-scheduled.ts'
import { nextAssignment } from './queries/next-assignment.ts'
import { nextCover } from './queries/next-cover.ts'
import { nextExpiry } from './queries/next-expiry.ts'
import { nextPage } from './queries/next-page.ts'
import { nextScheduled, nextScheduledSweep } from './queries/next-scheduled.ts'

/** What falls due by the clock. */
export const askJobs: readonly Job[] = [
  { name: 'expire asks', next: nextExpiry, run: expireAsks },
  { name: 'assign asks of spaces', next: nextAssignment, run: assignAsks },
  { name: 'cover asks', next: nextCover, run: coverDueAsks },
  { name: 'page people', next: nextPage, run: pagePeople },
  { name: 'send what is scheduled', next: nextScheduled, run: sendScheduled },
  { name: 'asks.sweep scheduled', next: nextScheduledSweep, run: sweepScheduled },
]
