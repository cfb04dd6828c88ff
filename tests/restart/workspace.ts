import assert from 'node:assert/strict'

export interface Workspace {
  readonly url: string
  readonly token: string
  readonly thread: number
}

interface Posts {
  readonly items: readonly {
    readonly id: string
    readonly seq: number
    readonly body: string
    readonly asks: readonly { readonly text: string }[]
  }[]
  readonly next: number | null
}

/** First run, somebody to ask, and a thread to write in. */
export async function makeWorkspace(url: string): Promise<Workspace> {
  const owner = {
    handle: 'ann',
    name: 'Ann Mori',
    email: 'ann@halyard.example',
    password: 'seven quiet lanterns',
    timeZone: 'Europe/Lisbon',
  }
  const { token } = await send<{ token: string }>(url, null, ['/setup', { workspace: { name: 'Halyard', slug: 'halyard' }, owner }])
  const { code } = await send<{ code: string }>(url, token, ['/invitations', { role: 'member', spaces: [] }])
  await send(url, null, [`/invitations/${code}`, { ...owner, handle: 'ben', name: 'Ben Ito', email: 'ben@halyard.example' }])
  await send(url, token, ['/spaces', { slug: 'ops', name: 'Ops', purpose: '' }])
  const { number } = await send<{ number: number }>(url, token, ['/threads', { space: 'ops', title: 'Everything', body: 'It begins.' }])
  return { url, token, thread: number }
}

/** All posts of the thread behind its first, and the texts of their asks. */
export async function writtenIn({ url, token, thread }: Workspace): Promise<{ id: string; seq: number; body: string; asks: string[] }[]> {
  const posts: Posts['items'][number][] = []
  let after = 1
  for (let next: number | null = after; next !== null; after = next ?? after) {
    const response = await fetch(`${url}/api/v1/threads/${thread}/posts?after=${after}&limit=100`, {
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(response.status, 200)
    const piece = (await response.json()) as Posts
    posts.push(...piece.items)
    next = piece.next
  }
  return posts.map(({ id, seq, body, asks }) => ({ id, seq, body, asks: asks.map(({ text }) => text) }))
}

async function send<Answer>(url: string, token: string | null, [path, body]: [string, object]): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Answer
  assert.ok(response.ok, `${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
