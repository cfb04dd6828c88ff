import type { Someone } from '#app/testing/harness.ts'
import { pick, type World, zones } from './world.ts'

/** Something that somebody does; what is answered, where the test is to look at it. */
export type Act = (world: World) => Promise<unknown>

const someNumber = ({ random }: World): number => 1 + random(20)
const inOpen = (world: World): string => pick(world, ['ops', 'reports'])

interface AskShown {
  readonly id: string
  readonly number: number
}

/** One of these asks, in an order that comes again: their ids do not. */
const oneOf = (world: World, asks: readonly AskShown[]): string =>
  pick(
    world,
    asks.toSorted((a, b) => a.number - b.number),
  ).id

const neededBys = (world: World): unknown =>
  pick<unknown>(world, [
    { in: 0 },
    { in: 1 },
    { in: 3 },
    'whenever',
    {
      at: world.baton.clock
        .now()
        .add({ hours: 5 + world.random(90) })
        .toString(),
    },
  ])

async function ask(world: World): Promise<unknown> {
  const from = pick(world, world.people)
  // A person mostly, else a space or whoever is on call.
  const to = pick(world, [pick(world, world.people).handle, pick(world, world.people).handle, pick(world, ['ops', 'crew', 'duty'])])
  const urgent = world.random(6) === 0 ? { attention: 'urgent', reason: 'It burns.' } : {}
  const asks = [{ to, verb: pick(world, ['answer', 'do']), text: 'Shall we?', neededBy: neededBys(world), ...urgent }]
  return world.baton.call(from, 'POST', '/threads', { space: inOpen(world), kind: 'question', title: 'A matter', body: 'Hm.', asks })
}

const news: Act = (world) =>
  world.baton.call(pick(world, world.people), 'POST', '/threads', {
    space: inOpen(world),
    kind: pick(world, ['discussion', 'announcement']),
    title: 'News',
    body: `And @${pick(world, world.people).handle}?`,
  })

const post =
  (text: (world: World) => string): Act =>
  (world) =>
    world.baton.call(pick(world, world.people), 'POST', `/threads/${someNumber(world)}/posts`, { body: text(world) })

async function act(world: World): Promise<void> {
  const who = pick(world, world.people)
  const asks = (await world.baton.call(who, 'GET', '/asks?to=me&state=open')).body.items
  if (asks.length === 0) return
  const to = pick(world, [pick(world, world.people).handle, 'crew', 'duty'])
  const ways: [string, object][] = [
    ['answer', { body: 'Yes.' }],
    ['decline', { reason: 'No time.' }],
    ['pass', { to, note: 'You know.' }],
    ['acknowledge', {}],
    ['needed-by', { neededBy: { in: 4 }, reason: 'Later.' }],
  ]
  const [way, body] = pick(world, ways)
  await world.baton.call(who, 'POST', `/asks/${oneOf(world, asks)}/${way}`, body)
}

/** Whoever may take something takes it, or answers it; now and then everybody tries. */
async function take(world: World): Promise<void> {
  const who = pick(world, world.people)
  const offered = (await world.baton.call(who, 'GET', '/today')).body.toTake
  if (offered.length === 0) return
  const id = oneOf(world, offered)
  if (world.random(3) === 0) return void (await world.baton.call(who, 'POST', `/asks/${id}/answer`, { body: 'Yes.' }))
  // One after the other, so that the same seed tells the same story.
  const takers = world.random(3) === 0 ? world.people : [who]
  for (const each of takers) await world.baton.call(each, 'POST', `/asks/${id}/take`)
}

async function withdraw(world: World): Promise<void> {
  const who = pick(world, world.people)
  const asks = (await world.baton.call(who, 'GET', '/asks?from=me&state=open')).body.items
  if (asks.length > 0) await world.baton.call(who, 'POST', `/asks/${oneOf(world, asks)}/withdraw`, {})
}

const own =
  (method: string, path: string, body: (world: World) => object = () => ({})): Act =>
  (world) =>
    world.baton.call(pick(world, world.people), method, path, body(world))

const follow: Act = (world) =>
  world.baton.call(pick(world, world.people), 'PUT', `/threads/${someNumber(world)}/follow`, {
    level: pick(world, ['digest', 'named', 'quiet']),
  })

const dayOf = (world: World, days: number): string =>
  world.baton.clock
    .now()
    .add({ hours: 24 * days })
    .toString()
    .slice(0, 10)

/** Some hours or some days off, with a person or a space to cover, or nobody; or a return before it was over. */
function absence(world: World): object[] {
  const now = world.baton.clock.now()
  const cover = pick(world, [{}, { cover: pick(world, world.people).handle }, { cover: 'crew' }])
  if (world.random(2) === 0) return []
  if (world.random(3) === 0) {
    const from = world.random(4)
    return [{ from: dayOf(world, from), to: dayOf(world, from + world.random(8)), ...cover }]
  }
  return [{ start: now.add({ hours: 2 }).toString(), end: now.add({ hours: 3 + world.random(120) }).toString(), ...cover }]
}

function changeHours(world: World): Promise<unknown> {
  const who = pick(world, world.people)
  const now = world.baton.clock.now()
  const hours = pick(world, [
    [['09:00', '17:00']],
    [['20:00', '02:00']],
    [
      ['07:00', '11:00'],
      ['15:00', '19:30'],
    ],
  ])
  const blocks = world.random(3) === 0 ? [{ start: now.toString(), end: now.add({ hours: 1 + world.random(5) }).toString() }] : []
  return world.baton.call(who, 'PUT', `/people/${who.handle}/calendar`, {
    timeZone: pick(world, zones),
    weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
    deliveries: pick(world, [['start', '16:00'], ['16:00'], [], ['10:00', '11:00', '22:00']]),
    urgentOutside: world.random(5) === 0,
    away: absence(world),
    focus: { blocks },
  })
}

interface Shift {
  readonly id: string
  readonly person: { readonly handle: string }
  readonly swap: { readonly id: string } | null
}

/** A shift of the next days goes to somebody else, is offered, taken away or written anew. */
async function duty(world: World): Promise<void> {
  const { baton, people } = world
  const now = baton.clock.now()
  const range = `from=${now.toString()}&to=${now.add({ hours: 24 * 14 }).toString()}`
  const shifts: Shift[] = (await baton.call(people[0] ?? null, 'GET', `/rotations/duty/shifts?${range}`)).body.items
  const other = pick(world, people.slice(3))
  const start = now.add({ hours: world.random(48) })
  const add = { person: other.handle, layer: 1 + world.random(2), start: start.toString(), end: start.add({ hours: 8 }).toString() }
  if (shifts.length === 0 || world.random(3) === 0) return void (await baton.call(other, 'POST', '/rotations/duty/shifts', add))
  const { id, person, swap } = pick(world, shifts)
  const holder: Someone | null = people.find(({ handle }) => handle === person.handle) ?? null
  if (swap) await baton.call(pick(world, people), 'POST', `/swaps/${swap.id}/${pick(world, ['accept', 'decline'])}`)
  else if (world.random(2) === 0) await baton.call(holder, 'POST', `/shifts/${id}/swaps`, { to: other.handle })
  else if (world.random(4) === 0) await baton.call(other, 'DELETE', `/shifts/${id}`)
  else await baton.call(holder, 'PATCH', `/shifts/${id}`, { person: other.handle })
}

/** What people do, each as often as it stands here. */
export const acts: readonly Act[] = [
  ask,
  ask,
  news,
  post((world) => `More for @${pick(world, world.people).handle}.`),
  post(() => 'More.'),
  act,
  take,
  withdraw,
  own('POST', '/held/read'),
  own('POST', '/inbox/clear'),
  own('POST', '/catch-up'),
  follow,
  changeHours,
  duty,
]
