import type { App } from '#platform/http/app.ts'
import type { Cast } from './cast.ts'

/** What everybody of the cast signs in with. It opens nothing but a demo, which only its own machine can reach. */
export const DEMO_PASSWORD = 'nine quiet lanterns'

export const addressOf = (handle: string): string => `${handle}@halyard.example`

export interface Stage {
  readonly app: App
  /** The address it is asked by. */
  readonly url: string
  readonly clock: { set(instant: string): void }
  /** Does everything that is due by then. */
  settle(): Promise<void>
}

type Tokens = ReadonlyMap<string, string>
type Json = ReturnType<typeof JSON.parse>

/** Fills an empty workspace with the cast, each thing done through the API by whoever did it, at its moment. Ends at the moment it is looked at. */
export async function tellCast(stage: Stage, cast: Cast): Promise<void> {
  stage.clock.set(cast.begins)
  const tokens = await gather(stage, cast)
  const remembered = new Map<string, Json>()
  for (const moment of cast.story) await tell(stage, moment, { tokens, remembered })
  stage.clock.set(cast.now)
  await stage.settle()
}

type Person = Cast['people'][number]

/** First run by the owner, spaces, and the others by invitation; then everybody's hours and README. */
async function gather(stage: Stage, { people, spaces }: Cast): Promise<Tokens> {
  const signUp = ({ handle, name, calendar }: Person) => ({
    handle,
    name,
    email: addressOf(handle),
    password: DEMO_PASSWORD,
    timeZone: calendar.timeZone,
  })
  const [owner, ...others] = people
  if (!owner) throw new Error('A cast has somebody in it.')
  const workspace = { name: 'Halyard', slug: 'halyard' }
  const { token } = await ask(stage, null, { does: 'POST /setup', with: { workspace, owner: signUp(owner) } })
  const tokens = new Map<string, string>([[owner.handle, token]])
  for (const { slug, name, purpose } of spaces) await ask(stage, token, { does: 'POST /spaces', with: { slug, name, purpose } })
  for (const person of others) {
    const joins = spaces.filter(({ members }) => members.includes(person.handle)).map(({ slug }) => slug)
    const { code } = await ask(stage, token, { does: 'POST /invitations', with: { role: 'member', spaces: joins } })
    tokens.set(person.handle, (await ask(stage, null, { does: `POST /invitations/${code}`, with: signUp(person) })).token)
  }
  for (const { handle, calendar, readme } of people) {
    await ask(stage, tokens.get(handle) ?? null, { does: 'PUT /people/me/calendar', with: calendar })
    await ask(stage, tokens.get(handle) ?? null, { does: 'PATCH /people/me', with: { readme } })
  }
  await stage.settle()
  return tokens
}

interface Told {
  readonly tokens: Tokens
  readonly remembered: Map<string, Json>
}

async function tell(stage: Stage, { at, acts }: Cast['story'][number], { tokens, remembered }: Told): Promise<void> {
  stage.clock.set(at)
  await stage.settle()
  for (const { by, does, with: body, as } of acts) {
    const filled = does.replaceAll(/\{([\w.]+)\}/g, (_, path: string) => String(valueAt(remembered, path.split('.'))))
    const answer = await ask(stage, tokens.get(by) ?? null, { does: filled, with: body })
    if (as !== undefined) remembered.set(as, answer)
  }
}

function valueAt(remembered: Map<string, Json>, [name = '', ...fields]: readonly string[]): Json {
  return fields.reduce(
    (value, field) => (Array.isArray(value) ? value.find((ask) => ask.to.handle === field) : value[field]),
    remembered.get(name),
  )
}

interface Asked {
  /** `POST /threads` */
  readonly does: string
  readonly with?: object | undefined
}

/** The story can only be told whole: what the API refuses is an error in it. */
async function ask({ app, url }: Stage, token: string | null, { does, with: body = {} }: Asked): Promise<Json> {
  const [method = '', path = ''] = does.split(' ')
  const response = await app.hono.request(`${url}/api/v1${path}`, {
    method,
    headers: {
      host: new URL(url).host,
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const answer: Json = await response.json()
  if (!response.ok) throw new Error(`${does} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
