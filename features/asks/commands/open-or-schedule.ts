// oxlint-disable house/commands-record -- what it leads to records its own facts, or concerns nobody yet
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import type { openThread as endpoint, Thread } from '../contract/threads.ts'
import { openThread } from './open-thread.ts'
import { schedule } from './schedule.ts'

/** Opens a thread now, or at the moment the request names. */
export async function openOrSchedule(ctx: Context, { sendAt, ...input }: InputOf<typeof endpoint>): Promise<Thread | Scheduled> {
  return sendAt === undefined ? openThread(ctx, input) : schedule(ctx, { number: null, fields: input, sendAt })
}
