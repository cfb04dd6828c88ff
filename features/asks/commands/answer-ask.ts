// oxlint-disable house/commands-record -- settleAsk records that it was answered
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { forbidden } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { ThreadRow } from '#features/threads/access.ts'
import { addPost } from '#features/threads/commands/add-post.ts'
import { type AskRow, type AskStanding, ensureOpen, lockWithThread } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { answerAsk as endpoint } from '../contract/asks.ts'
import { mayAnswer, mayTakePost } from '../policy.ts'
import { answerPlace } from '../queries/answer-place.ts'
import { getAsk } from '../queries/get-ask.ts'
import { type AnswerPlace, ensureAnswersHere, linkingText } from '../rules/answer-place.ts'
import { onlyOwner } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { settleAsk } from './settle-ask.ts'
import { takeOver } from './take-over.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof endpoint>

/**
 * Answers with a new post, with one that stands in the thread, or with a new one that leads to where the answer stands elsewhere: by who has the ask,
 * and with what stands already also by who asked. One of a space that has it takes it by that.
 */
export async function answerAsk(ctx: Context, input: Input): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const { ask: found, thread } = await lockWithThread(tx, ctx, input.id)
    ensureMayAnswer(ctx, found, input)
    await ensureOpen(tx, ctx, found)
    const ask = isTaking(ctx, found) ? await takeOver(tx, ctx, { ask: found, answering: true }) : found
    const place = input.post === undefined && input.thread === undefined ? null : await answerPlace(tx, ctx, input)
    const answerPostId = await answerOf(tx, ctx, { ask, thread, body: input.body, place })
    await settleAsk(tx, ctx, { ask, end: { state: 'answered', answerPostId } })
    if (place && place.threadId !== thread.id) await keepLink(tx, ctx, { ask, place })
    return getAsk({ ...ctx, db: tx }, input)
  })
}

/** One of a space answers what the space has: it is theirs from then on. Who asked takes a post as the answer wherever the ask is. */
const isTaking = ({ personId }: Context, ask: AskStanding): boolean =>
  ask.ownerId === null && mayAnswer(personId, partiesOf(ask)) && !mayTakePost(personId, partiesOf(ask))

function ensureMayAnswer({ personId }: Context, ask: AskStanding, { post, thread }: Input): void {
  const parties = partiesOf(ask)
  if (mayAnswer(personId, parties)) return
  if (!mayTakePost(personId, parties)) throw onlyOwner(ask, 'answer')
  if (post === undefined && thread === undefined) throw forbidden('ask.not_yours', () => refusalText('takePostOrWithdraw'))
}

interface Answer {
  readonly ask: AskRow
  readonly thread: ThreadRow
  readonly body: string | undefined
  /** What stands already; null for an answer of its own. */
  readonly place: AnswerPlace | null
}

/** The id of the post in the ask's thread that is the answer, or leads to it. */
async function answerOf(tx: Tx, ctx: Context, { ask, thread, body, place }: Answer): Promise<string> {
  if (place?.threadId === thread.id) return ensureAnswersHere(ask, place, body)
  const text = place ? linkingText(place, body) : (body ?? '')
  const { postId } = await addPost(tx, ctx, { thread, body: text, fyi: false })
  return postId
}

async function keepLink(tx: Tx, { workspaceId }: Context, { ask, place }: { ask: AskRow; place: AnswerPlace }): Promise<void> {
  await tx
    .insertInto('ask_answer_links')
    .values({ workspace_id: workspaceId, ask_id: ask.id, thread_id: place.threadId, post_id: place.postId })
    .execute()
}
