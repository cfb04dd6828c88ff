import type { Context } from '#platform/context.ts'
import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { deletePost } from '#features/threads/commands/delete-post.ts'
import { editPost } from '#features/threads/commands/edit-post.ts'
import { threadVersion } from '#features/threads/queries/thread-version.ts'
import { acknowledgeAsk } from './commands/acknowledge-ask.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { changeScheduled } from './commands/change-scheduled.ts'
import { concludeThread } from './commands/conclude-thread.ts'
import { declineAsk } from './commands/decline-ask.ts'
import { dropScheduled } from './commands/drop-scheduled.ts'
import { moveAsk } from './commands/move-ask.ts'
import { judgeInterruption } from './commands/judge-interruption.ts'
import { moveThread } from './commands/move-thread.ts'
import { openOrSchedule } from './commands/open-or-schedule.ts'
import { passAsk } from './commands/pass-ask.ts'
import { postOrSchedule } from './commands/post-or-schedule.ts'
import { splitThread } from './commands/split-thread.ts'
import { takeAsk } from './commands/take-ask.ts'
import { withdrawAsk } from './commands/withdraw-ask.ts'
import * as asks from './contract/asks.ts'
import * as incidents from './contract/incidents.ts'
import * as posts from './contract/posts.ts'
import * as scheduled from './contract/scheduled.ts'
import type { Scheduled } from './contract/scheduled.ts'
import * as threads from './contract/threads.ts'
import { countInterruptions } from './queries/count-interruptions.ts'
import { listInterruptionMonths } from './queries/list-interruption-months.ts'
import { getAsk } from './queries/get-ask.ts'
import { getIncident } from './queries/get-incident.ts'
import { getPlacedPost, withItsAsks } from './queries/get-placed-post.ts'
import { getPost } from './queries/get-post.ts'
import { getScheduled } from './queries/get-scheduled.ts'
import { getThread } from './queries/get-thread.ts'
import { listAsks } from './queries/list-asks.ts'
import { listIncidents } from './queries/list-incidents.ts'
import { listPosts } from './queries/list-posts.ts'
import { listScheduled } from './queries/list-scheduled.ts'
import { sentLater } from './queries/sent-later.ts'

/** Everything under /asks, and what of /threads shows or makes asks. */
export function addAskRoutes(app: App): void {
  handle(app, threads.openThread, {
    answer: openOrSchedule,
    made: ({ id }) => id,
    again: (ctx, { sendAt }, made) => again(ctx, { made, sendAt, read: (id) => getThread(ctx, { number: id }) }),
  })
  handle(app, threads.getThread, { answer: getThread, version: threadVersion })
  handle(app, threads.splitThread, {
    answer: splitThread,
    made: ({ id }) => id,
    again: (ctx, _, made) => getThread(ctx, { number: made ?? '' }),
  })
  handle(app, threads.moveThread, {
    answer: moveThread,
    made: ({ id }) => id,
    again: (ctx, _, made) => getThread(ctx, { number: made ?? '' }),
  })
  handle(app, threads.addPost, {
    answer: postOrSchedule,
    made: ({ id }) => id,
    again: (ctx, { sendAt }, made) => again(ctx, { made, sendAt, read: (id) => getPost(ctx, { id }) }),
  })
  handle(app, threads.listPosts, listPosts)
  const post = { again: getPlacedPost, version: versionOf }
  handle(app, posts.getPost, { answer: getPlacedPost, ...post })
  handle(app, posts.editPost, { answer: async (ctx, input) => withItsAsks(ctx, await editPost(ctx, input)), ...post })
  handle(app, posts.deletePost, { answer: async (ctx, input) => withItsAsks(ctx, await deletePost(ctx, input)), ...post })
  handle(app, threads.concludeThread, { answer: concludeThread, again: getThread, version: threadVersion })
  const later = { again: getScheduled, version: versionOf }
  handle(app, scheduled.listScheduled, listScheduled)
  handle(app, scheduled.getScheduled, { answer: getScheduled, ...later })
  handle(app, scheduled.changeScheduled, { answer: changeScheduled, ...later })
  handle(app, scheduled.dropScheduled, { answer: dropScheduled, again: (_, { id }) => Promise.resolve({ id }) })
  handle(app, asks.listAsks, listAsks)
  handle(app, asks.getAsk, getAsk)
  handle(app, asks.answerAsk, { answer: answerAsk, again: getAsk })
  handle(app, asks.takeAsk, { answer: takeAsk, again: getAsk })
  handle(app, asks.declineAsk, { answer: declineAsk, again: getAsk })
  handle(app, asks.passAsk, { answer: passAsk, again: getAsk })
  handle(app, asks.withdrawAsk, { answer: withdrawAsk, again: getAsk })
  handle(app, asks.acknowledgeAsk, { answer: acknowledgeAsk, again: getAsk })
  handle(app, asks.moveAsk, { answer: moveAsk, again: getAsk })
  handle(app, incidents.judgeInterruption, { answer: judgeInterruption, again: getAsk })
  handle(app, incidents.countInterruptions, countInterruptions)
  handle(app, incidents.listInterruptionMonths, listInterruptionMonths)
  handle(app, incidents.listIncidents, listIncidents)
  handle(app, incidents.getIncident, getIncident)
}

interface Repeat<Sent> {
  readonly made: string | null
  readonly sendAt: string | undefined
  readonly read: (id: string) => Promise<Sent>
}

/** What a repeat finds: what was sent at once, or what was to be sent later, as it stands now. */
function again<Sent>(ctx: Context, { made, sendAt, read }: Repeat<Sent>): Promise<Scheduled | Sent> {
  return sendAt === undefined ? read(made ?? '') : sentLater(ctx, made ?? '', read)
}

const versionOf = ({ version }: posts.PlacedPost | Scheduled): string => String(version)
