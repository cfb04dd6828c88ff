// oxlint-disable house/commands-record -- what it leads to records its own facts, or concerns nobody yet
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import type { addPost as endpoint, Post } from '../contract/threads.ts'
import { addPost } from './add-post.ts'
import { schedule } from './schedule.ts'

/** Posts in a thread now, or at the moment the request names. */
export async function postOrSchedule(ctx: Context, { sendAt, ...input }: InputOf<typeof endpoint>): Promise<Post | Scheduled> {
  if (sendAt === undefined) return addPost(ctx, input)
  const { number, ...fields } = input
  return schedule(ctx, { number, fields, sendAt })
}
