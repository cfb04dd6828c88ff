import type { Workspace } from '../../tests/restart/workspace.ts'

/** What the server said it has done: a post of this text, in this thread. */
export interface Acknowledged {
  readonly thread: number
  readonly body: string
  readonly id: string
}

export interface People {
  readonly acknowledged: readonly Acknowledged[]
  /** Asks that were withdrawn. */
  readonly withdrawn: readonly string[]
  /** How often each thing was done. */
  readonly done: ReadonlyMap<string, number>
  /** What was answered otherwise, and how often. */
  readonly refused: ReadonlyMap<string, number>
  /** Whatever is under way is finished, but not begun again. */
  stop(): Promise<void>
}

interface Told {
  readonly status: number
  readonly body: ReturnType<typeof JSON.parse>
}

type Use = readonly [name: string, use: () => Promise<unknown>]

const MANY = 6
const PAUSE = 20
/** A team opens another thread long before. */
const POSTS_OF_A_THREAD = 300
const LISTENS_FOR = 500

/** People who use Baton in a mixed way, each one thing after the other: they write, ask, withdraw, react, read, search and listen. */
export function startPeople(workspace: Workspace): People {
  const acknowledged: Acknowledged[] = []
  const withdrawn: string[] = []
  const done = new Map<string, number>()
  const refused = new Map<string, number>()
  let { thread } = workspace
  let stopped = false

  async function call(method: string, path: string, body?: object): Promise<Told> {
    const headers = {
      authorization: `Bearer ${workspace.token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const response = await fetch(`${workspace.url}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    const text = await response.text()
    if (response.ok) return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    const what = `${method} ${path.replaceAll(/[0-9a-f-]{36}|\d+/g, '…')}: ${response.status}`
    refused.set(what, (refused.get(what) ?? 0) + 1)
    return { status: response.status, body: null }
  }

  async function write(): Promise<void> {
    const number = thread
    const body = `Finding ${crypto.randomUUID()}`
    const asks = acknowledged.length % 3 === 0 ? [{ to: 'ben', verb: 'answer', text: `What of ${body}?` }] : []
    const { body: post } = await call('POST', `/threads/${number}/posts`, { body, asks })
    if (!post) return
    acknowledged.push({ thread: number, body, id: post.id })
    await call('PUT', `/posts/${post.id}/reactions/${encodeURIComponent('👍')}`)
    for (const { id } of post.asks) if ((await call('POST', `/asks/${id}/withdraw`, {})).body) withdrawn.push(id)
  }

  async function open(): Promise<void> {
    if (acknowledged.filter((post) => post.thread === thread).length < POSTS_OF_A_THREAD) return
    const { body } = await call('POST', '/threads', { space: 'ops', title: 'It goes on', body: 'In another thread.' })
    if (body) thread = body.number
  }

  /** As an open window does; it is closed without a word. */
  async function listen(): Promise<void> {
    const closing = new AbortController()
    const headers = { authorization: `Bearer ${workspace.token}` }
    const response = await fetch(`${workspace.url}/api/v1/live`, { headers, signal: closing.signal })
    await new Promise((resolve) => setTimeout(resolve, LISTENS_FOR))
    closing.abort()
    await response.text().catch(() => null)
  }

  const first: Use = ['write', write]
  const uses: readonly Use[] = [
    first,
    ['Today', () => call('GET', '/today')],
    ['write', write],
    ['a thread', () => call('GET', `/threads/${thread}`)],
    ['inbox', () => call('GET', '/inbox')],
    ['write', write],
    ['search', () => call('GET', '/search?q=finding')],
    ['a space', () => call('GET', '/spaces/ops/threads')],
    ['open a thread', open],
    ['people', () => call('GET', '/people')],
    ['listen', listen],
  ]

  async function live(person: number): Promise<void> {
    for (let turn = person; !stopped; turn += 1) {
      const [name, use] = uses[turn % uses.length] ?? first
      await use()
      done.set(name, (done.get(name) ?? 0) + 1)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }

  const all = Promise.all(Array.from({ length: MANY }, (_, person) => live(person * 2)))
  return {
    acknowledged,
    withdrawn,
    done,
    refused,
    async stop() {
      stopped = true
      await all
    },
  }
}
