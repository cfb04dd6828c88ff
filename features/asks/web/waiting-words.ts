import type { Waiting } from '#platform/browser/waiting.ts'

/** What is written in a thread is sent in its order. */
export const lineOf = (number: number): string => `thread:${number}`

/** What somebody wrote in something that waits, as they wrote it; empty for what has no words. */
export function wordsIn({ request, next }: Waiting): string {
  const { title, purpose, highlights, body, reason, note } = { ...next?.request.body, ...request.body }
  if (request.name === 'changeThread' || request.name === 'splitThread')
    return [title, purpose, highlights].filter((words) => typeof words === 'string' && words !== '').join('\n')
  const words = body ?? reason ?? note
  return typeof words === 'string' ? words : ''
}

/** Whom it asks. */
export function askedIn({ request }: Waiting): string[] {
  const { asks } = request.body
  return Array.isArray(asks) ? (asks as readonly { to: string; text: string }[]).map(({ to, text }) => `@${to}: ${text}`) : []
}

/** `link`: it is answered by what stands already. */
type Act = 'acknowledge' | 'take' | 'answer' | 'link' | 'decline' | 'pass' | 'move' | 'withdraw'

const acts: Readonly<Record<string, Act>> = {
  acknowledgeAsk: 'acknowledge',
  takeAsk: 'take',
  answerAsk: 'answer',
  declineAsk: 'decline',
  passAsk: 'pass',
  moveAsk: 'move',
  withdrawAsk: 'withdraw',
}

/** The id of the ask that something is about, and what it does about it; null for what is about none. */
export function askActIn(waiting: Waiting): { readonly ask: string; readonly act: Act } | null {
  const last = waiting.next?.request ?? waiting.request
  const act = acts[last.name]
  const ask = /^\/asks\/([^/]+)\//.exec(last.path)?.[1]
  if (!act || ask === undefined) return null
  return { ask, act: act === 'answer' && !isWritten(waiting) ? 'link' : act }
}

const threadActs = [
  'concludeThread',
  'draftOutcome',
  'reopenThread',
  'changeThread',
  'keepHighlights',
  'pivotThread',
  'splitThread',
] as const
export type ThreadAct = (typeof threadActs)[number]

/** What something does about its thread as a whole; null for what is about something in it. */
export const threadActIn = ({ request }: Waiting): ThreadAct | null => threadActs.find((name) => name === request.name) ?? null

/** What opens over a thread for something to be written; named behind its address. */
export type ThreadDialogName = 'outcome' | 'reopen' | 'change' | 'highlights' | 'split'

const writtenIn: Readonly<Record<ThreadAct, ThreadDialogName | null>> = {
  concludeThread: 'outcome',
  draftOutcome: 'outcome',
  reopenThread: 'reopen',
  changeThread: 'change',
  keepHighlights: 'highlights',
  pivotThread: null,
  splitThread: 'split',
}

const postActs = ['editPost', 'deletePost'] as const

/** The id of the post that something changes or takes away, and which of both; null for what does neither. */
export function postActIn({ request }: Waiting): { readonly post: string; readonly act: (typeof postActs)[number] } | null {
  const act = postActs.find((name) => name === request.name)
  const post = /^\/posts\/([^/]+)$/.exec(request.path)?.[1]
  return act && post !== undefined ? { post, act } : null
}

/** What is written for these stands in a dialog of their ask, as long as that is open. */
const inAsks: readonly string[] = ['declineAsk', 'passAsk', 'moveAsk']
/** A post that was refused so cannot be changed, whatever is written. */
const ended: readonly unknown[] = ['post.not_found', 'post.deleted', 'post.not_yours', 'space.archived']

/** Whether it can be written on where it was written. */
export const isWrittenOn = ({ request: { name }, draft, refusal }: Waiting): boolean =>
  draft !== null && !inAsks.includes(name) && !(name === 'editPost' && ended.includes(refusal?.problem['code']))

/** Where something about a thread is written again; null for what has no words. */
export function dialogOf(waiting: Waiting): ThreadDialogName | null {
  const act = threadActIn(waiting)
  return act && writtenIn[act]
}

/** Whether it is a post, or an answer in words of its own, which stands among the posts. */
export const isWritten = ({ request }: Waiting): boolean =>
  request.name === 'addPost' || (request.name === 'answerAsk' && request.body['body'] !== undefined)
