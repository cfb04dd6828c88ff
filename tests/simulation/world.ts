import assert from 'node:assert/strict'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { isOpen, isWorking } from '#features/availability/rules/reach.ts'

// It begins before the clocks change in most of these zones.
const start = '2026-10-22T06:00:00Z'
export const zones = ['Europe/Lisbon', 'Asia/Kolkata', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Tokyo']

/** Numbers that come again with the same seed: Mulberry32. */
function randomness(state: number): (below: number) => number {
  let current = state
  return (below) => {
    current = (current + 0x6d2b79f5) | 0
    let mixed = Math.imul(current ^ (current >>> 15), 1 | current)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export interface World {
  readonly baton: Baton
  readonly people: Someone[]
  readonly random: (below: number) => number
  /** Of their own, as mails leave beside each other in any order. */
  readonly randomOfMails: (below: number) => number
  /** Mails as they came, with when. */
  readonly caught: {
    readonly to: string
    readonly id: string
    readonly urgent: boolean
    readonly open: boolean
    /** At work, on shift, or reached at any time by what is urgent. */
    readonly reachable: boolean
  }[]
  /** Ids of mails whose sending was broken off: the server may have them twice. */
  readonly broken: Set<string>
}

/** Seven people in six zones, two spaces of which one is a crew of four, and a rotation with a week of shifts. */
export async function build(seed: number): Promise<World> {
  const baton = await startBaton({ at: start, mail: true })
  const people = [await baton.setup({ timeZone: 'Europe/Lisbon' })]
  for (const [index, timeZone] of zones.entries()) people.push(await baton.person({ handle: `p${index}`, timeZone }))
  const [ann = null] = people
  for (const slug of ['ops', 'reports', 'crew']) await baton.call(ann, 'POST', '/spaces', { slug, name: slug, purpose: '' })
  await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })
  await baton.call(ann, 'PATCH', '/rotations/duty', { wholeWorkspace: true })
  for (const [index, person] of people.entries()) {
    await baton.call(ann, 'PUT', `/spaces/ops/members/${person.handle}`, {})
    if (index % 2 === 0) await baton.call(person, 'PUT', '/spaces/ops/follow', { level: 'digest' })
    if (index < 4) await baton.call(ann, 'PUT', `/spaces/crew/members/${person.handle}`, {})
    if (index > 2) await baton.call(ann, 'PUT', `/rotations/duty/members/${person.handle}`, {})
  }
  await baton.call(ann, 'POST', '/rotations/duty/shifts/plan', {
    people: people.slice(3).map(({ handle }) => handle),
    from: start.slice(0, 10),
    weekday: 5,
    time: '06:00',
    timeZone: 'UTC',
    weeks: 8,
  })
  await baton.settle()
  return { baton, people, random: randomness(seed), randomOfMails: randomness(seed + 1), caught: [], broken: new Set() }
}

export const pick = <Thing>({ random }: World, things: readonly Thing[]): Thing => {
  const thing = things[random(things.length)]
  assert.ok(thing !== undefined)
  return thing
}

export async function calendarOf({ baton }: World, personId: string) {
  const calendar = (await resolvedCalendars(baton.db, 1, [personId])).get(personId)
  assert.ok(calendar)
  return calendar
}

/** The mail server takes, puts off, refuses nothing, or breaks off after the last byte. */
export function moodOf(world: World): void {
  const { baton, randomOfMails } = world
  const mood = pick(world, ['well', 'well', 'well', 'busy', 'broken'])
  baton.mailServer?.behave(async (mail) => {
    if (mood === 'busy') throw Object.assign(new Error('not now'), { responseCode: 451 })
    await note(world, mail)
    // Several mails may be on their way at once: each connection may be among those that break.
    if (mood === 'broken') world.broken.add(mail.headers.get('message-id') ?? '')
    if (mood === 'broken' && randomOfMails(2) === 0) baton.mailServer?.dropClients()
  })
}

export async function note(
  world: World,
  mail: { readonly to: readonly string[]; readonly headers: ReadonlyMap<string, string> },
): Promise<void> {
  const { db, clock } = world.baton
  const to = mail.to[0]?.split('@')[0] ?? ''
  const personId = world.people.find(({ handle }) => handle === to)?.id ?? ''
  const calendar = await calendarOf(world, personId)
  const [now, at] = [clock.now(), clock.now().epochMilliseconds]
  const turns = db.selectFrom('shifts').select('id').where('person_id', '=', personId)
  const turn = await turns.where('starts_at', '<=', now).where('ends_at', '>', now).executeTakeFirst()
  const id = mail.headers.get('message-id') ?? ''
  const delivery = await db.selectFrom('deliveries').select('kind').where('id', '=', id.slice(1, 37)).executeTakeFirstOrThrow()
  world.caught.push({
    to,
    id,
    urgent: delivery.kind === 'urgent',
    open: isOpen(calendar, at),
    reachable: isWorking(calendar, at) || calendar.calendar.urgentOutside || turn !== undefined,
  })
}
