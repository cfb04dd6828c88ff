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

/** What is known of what was done, as it goes on. */
interface Use {
  readonly workspace: Workspace
  readonly acknowledged: Acknowledged[]
  readonly withdrawn: string[]
  readonly done: Map<string, number>
  readonly refused: Map<string, number>
  /** In which they write now. */
  thread: number
  isOver: boolean
}

type Body = ReturnType<typeof JSON.parse>

const MANY = 6
const PAUSE = 20
/** A team opens another thread long before. */
const POSTS_OF_A_THREAD = 300
const LISTENS_FOR = 500

const first = { name: 'write', act: write }
const acts: readonly { readonly name: string; readonly act: (use: Use) => Promise<unknown> }[] = [
  first,
  { name: 'Today', act: (use) => call(use, 'GET /today') },
  first,
  { name: 'a thread', act: (use) => call(use, `GET /threads/${use.thread}`) },
  { name: 'inbox', act: (use) => call(use, 'GET /inbox') },
  first,
  { name: 'search', act: (use) => call(use, 'GET /search?q=finding') },
  { name: 'a space', act: (use) => call(use, 'GET /spaces/ops/threads') },
  { name: 'open a thread', act: openThread },
  { name: 'people', act: (use) => call(use, 'GET /people') },
  { name: 'listen', act: listen },
]

/** People who use Baton in a mixed way, each one thing after the other: they write, ask, withdraw, react, read, search and listen. */
export function startPeople(workspace: Workspace): People {
  const [done, refused] = [new Map<string, number>(), new Map<string, number>()]
  const use: Use = { workspace, acknowledged: [], withdrawn: [], done, refused, thread: workspace.thread, isOver: false }
  const all = Promise.all(Array.from({ length: MANY }, (_, person) => live(use, person * 2)))
  return {
    ...use,
    async stop() {
      use.isOver = true
      await all
    },
  }
}

async function live(use: Use, begins: number): Promise<void> {
  for (let turn = begins; !use.isOver; turn += 1) {
    const { name, act } = acts[turn % acts.length] ?? first
    await act(use)
    count(use.done, name)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

async function write(use: Use): Promise<void> {
  const { thread, acknowledged, withdrawn } = use
  const body = `Finding ${crypto.randomUUID()}`
  const asks = acknowledged.length % 3 === 0 ? [{ to: 'ben', verb: 'answer', text: `What of ${body}?` }] : []
  const post = await call(use, `POST /threads/${thread}/posts`, { body, asks })
  if (post === null) return
  acknowledged.push({ thread, body, id: post.id })
  await call(use, `PUT /posts/${post.id}/reactions/${encodeURIComponent('👍')}`)
  for (const { id } of post.asks) if ((await call(use, `POST /asks/${id}/withdraw`, {})) !== null) withdrawn.push(id)
}

async function openThread(use: Use): Promise<void> {
  if (use.acknowledged.filter(({ thread }) => thread === use.thread).length < POSTS_OF_A_THREAD) return
  const opened = await call(use, 'POST /threads', { space: 'ops', title: 'It goes on', body: 'In another thread.' })
  if (opened !== null) use.thread = opened.number
}

/** As an open window does; it is closed without a word. */
async function listen({ workspace: { url, token } }: Use): Promise<void> {
  const closing = new AbortController()
  const response = await fetch(`${url}/api/v1/live`, { headers: { authorization: `Bearer ${token}` }, signal: closing.signal })
  await new Promise((resolve) => setTimeout(resolve, LISTENS_FOR))
  closing.abort()
  await response.text().catch(() => null)
}

/** What was answered; null for a refusal, which is counted. */
async function call({ workspace: { url, token }, refused }: Use, what: string, body?: object): Promise<Body> {
  const [method = '', path = ''] = what.split(' ')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const response = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  const text = await response.text()
  if (response.ok) return text === '' ? {} : JSON.parse(text)
  count(refused, `${what.replaceAll(/[0-9a-f-]{36}|\d+/g, '…')}: ${response.status} ${text.slice(0, 200)}`)
  return null
}

function count(all: Map<string, number>, what: string): void {
  all.set(what, (all.get(what) ?? 0) + 1)
}
