import type { Answer, Baton, Someone } from '#app/testing/harness.ts'

/** The body of an answer that has to have this status for the world to be what it is. */
export function ok(answer: Answer, status: number): Answer['body'] {
  if (answer.status !== status) throw new Error(`the world was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export interface ThreadPlace {
  readonly number: number
  readonly id: string
  readonly firstPost: string
}

/** Opens a thread; `asks` are those of its first post, in their order. */
export async function open(
  baton: Baton,
  who: Someone,
  thread: object,
): Promise<ThreadPlace & { readonly asks: readonly { id: string }[] }> {
  const { number, id, posts } = ok(await baton.call(who, 'POST', '/threads', thread), 201)
  return { number, id, firstPost: posts.items[0].id, asks: posts.items[0].asks }
}

interface Saying {
  readonly number: number
  readonly body: string
  readonly asks?: readonly object[]
}

/** Posts in a thread, with asks. */
export async function say(baton: Baton, who: Someone, { number, body, asks = [] }: Saying): Promise<Answer['body']> {
  return ok(await baton.call(who, 'POST', `/threads/${number}/posts`, { body, asks }), 201)
}
