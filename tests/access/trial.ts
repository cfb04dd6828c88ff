import assert from 'node:assert/strict'
import { z } from 'zod'
import type { Answer } from '#app/testing/harness.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { fixtures, type Sent } from './fixtures.ts'
import { type Credentials, type Request, type Unchanging, unchanging } from './unchanging.ts'
import { wholeBodies } from './whole-bodies.ts'
import { buildWorld, type World } from './world.ts'

/** A world in which Milo, who is in the private space, sends what nobody should. */
export interface Trial {
  readonly world: World
  readonly baton: Unchanging
  /** In his browser, so that no scope is in the way. */
  readonly milo: Credentials
  readonly endpoints: readonly Endpoint[]
  /** Those that change or compute something and read the JSON they are sent: not the first run, which is over, nor what mail programs press. */
  readonly taking: readonly Endpoint[]
  readonly lists: readonly Endpoint[]
  /** What Milo would send rightly, with everything in it that may be sent. */
  sentTo(endpoint: Endpoint): Sent
  /** Who may use it at all: Milo, or the owner where it is for who runs the workspace. */
  whoUses(endpoint: Endpoint): Credentials
  /** The answer, unless Baton itself failed. */
  answered(who: Credentials, request: Request): Promise<Answer & { readonly text: string }>
  /** The problem that it is answered with, by one of these statuses. */
  refused(who: Credentials, request: Request, ...statuses: number[]): Promise<Answer['body']>
  /** Ends it; nothing may have been logged as an error. */
  close(): Promise<void>
}

export async function startTrial(): Promise<Trial> {
  const world = await buildWorld()
  const baton = await unchanging(world.baton)
  const { endpoints } = baton.app
  const answered: Trial['answered'] = async (who, request) => {
    const answer = await baton.call(who, request)
    const said = saying(request, answer)
    if (answer.status >= 400) assertProblem(answer, said)
    assert.ok(answer.status < 500, said)
    return answer
  }
  return {
    world,
    baton,
    milo: { session: world.people.milo.session },
    endpoints,
    taking: endpoints.filter(
      ({ method, name, upload }) => method !== 'GET' && !upload && !['setUp', 'unsubscribe', 'createUpload'].includes(name),
    ),
    lists: endpoints.filter(({ query }) => keysOf(query).includes('limit')),
    sentTo: ({ name }) => ({ ...fixtures[name]!(world, 'member'), ...wholeBodies[name]?.() }),
    whoUses: ({ access }) => ({ session: access.endsWith(':admin') ? world.people.ann.session : world.people.milo.session }),
    answered,
    async refused(who, request, ...statuses) {
      const answer = await answered(who, request)
      assert.ok(statuses.includes(answer.status), `${statuses.join(' or ')} was expected, but ${saying(request, answer)}`)
      return answer.body
    },
    async close() {
      await baton.close()
      await world.baton.close()
      assert.deepEqual([...baton.faults, ...world.baton.faults], [])
    },
  }
}

function saying({ method, path, body }: Request, { status, text }: { status: number; text: string }): string {
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(body)?.slice(0, 600) ?? ''} was answered ${status} ${text.slice(0, 400)}`
}

function assertProblem({ status, body, headers }: Answer, said: string): void {
  assert.equal(headers.get('content-type'), 'application/problem+json', said)
  assert.equal(body.status, status, said)
  assert.ok(body.code && body.title && body.detail, said)
}

/** The names of what may be sent. */
export function keysOf(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, unknown> }
  return Object.keys(properties)
}

/** JSON that is nothing but lists in lists. */
export const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** The same JSON with one of its parts replaced, for each part in turn. */
export function* replaced(json: unknown, by: unknown): Generator {
  yield by
  if (Array.isArray(json)) {
    for (const [index, part] of json.entries()) for (const other of replaced(part, by)) yield json.with(index, other)
    return
  }
  if (typeof json !== 'object' || json === null) return
  for (const [key, part] of Object.entries(json)) for (const other of replaced(part, by)) yield { ...json, [key]: other }
}
