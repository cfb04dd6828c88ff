import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { isOpen } from '#features/availability/rules/reach.ts'
import { around, readsItem, stands } from '#features/inbox/access.ts'
import { calendarOf, type World } from './world.ts'

/** The promises, as far as they can be seen at one instant, for what happened since another. */
export async function ensurePromises(world: World, since: Temporal.Instant): Promise<void> {
  ensureMails(world)
  await ensureDeliveries(world, since)
  await ensureNothingIsLate(world)
  await ensureDigests(world)
  await ensureOwners(world)
  assert.deepEqual(await world.baton.db.selectFrom('outbox').selectAll().execute(), [])
  assert.deepEqual(world.baton.faults, [])
}

function ensureMails({ caught, broken }: World): void {
  for (const { open, urgent, reachable, to } of caught) assert.ok(open || (urgent && reachable), `a mail to ${to} outside their time`)
  const ids = caught.map(({ id }) => id)
  for (const id of new Set(ids)) assert.ok(broken.has(id) || ids.filter((other) => other === id).length === 1, `${id} came twice`)
}

async function ensureDeliveries(world: World, since: Temporal.Instant): Promise<void> {
  const { db, clock } = world.baton
  const made = await db.selectFrom('deliveries').selectAll().where('made_at', '>', since).execute()
  for (const delivery of made) {
    const calendar = await calendarOf(world, delivery.person_id)
    const atAnyTime = ['urgent', 'read now'].includes(delivery.kind)
    assert.ok(atAnyTime || isOpen(calendar, clock.now().epochMilliseconds), `a ${delivery.kind} outside their time`)
  }
  const moments = await db.selectFrom('deliveries').select(['person_id', 'moment', 'back_at']).where('kind', '<>', 'read now').execute()
  ensureOnce(
    moments.map(({ person_id: person, moment }) => `${person} ${moment.toString()}`),
    'one moment makes one delivery',
  )
  ensureOnce(
    moments.flatMap(({ person_id: person, back_at: back }) => (back === null ? [] : `${person} ${back.toString()}`)),
    'one return makes one digest that says so',
  )
  const { rows: told } = await sql<{ id: string }>`
    select i.id from deliveries d join inbox_items i on i.id = any(d.item_ids) where i.why not in ('ask', 'was due')
  `.execute(db)
  ensureOnce(
    told.map(({ id }) => id),
    'each notice comes once',
  )
  const { rows: asked } = await sql<{ key: string }>`
    select person_id || ' ' || ask_id as key from inbox_items where why = 'ask' and delivered_at is not null and state <> 'done'
  `.execute(db)
  ensureOnce(
    asked.map(({ key }) => key),
    'an ask stands once with whoever has it',
  )
}

function ensureOnce(keys: readonly string[], promise: string): void {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index)
  assert.deepEqual(twice, [], promise)
}

async function ensureNothingIsLate({ baton: { db, clock } }: World): Promise<void> {
  const now = clock.now()
  const { rows: waiting } = await sql`
    select i.* from inbox_items i ${around}
    where i.delivered_at is null and i.deliver_at <= ${now} and i.state <> 'done' and ${stands(now)} and ${readsItem}
  `.execute(db)
  assert.deepEqual(waiting, [], 'what was to come has come, or is planned anew')
  const { rows: asks } = await sql`
    select id, owner_id, deliver_at, due_at from asks where state = 'open' and delivered_at is null
      and ((owner_id is not null and deliver_at <= ${now}) or (not unreachable and due_at < deliver_at))
  `.execute(db)
  assert.deepEqual(asks, [], 'an ask comes when it says, and before it is due')
  const { rows: left } =
    await sql`select id from asks where state = 'open' and (expires_at <= ${now} or assign_at <= ${now} or cover_at <= ${now})`.execute(db)
  assert.deepEqual(left, [], 'what falls due by the clock is done')
}

async function ensureDigests(world: World): Promise<void> {
  const { db, clock } = world.baton
  for (const person of world.people) {
    const planned = await db
      .selectFrom('delivery_moments')
      .selectAll()
      .where('person_id', '=', person.id)
      .where('kind', '=', 'digest')
      .execute()
    const { deliveries } = await calendarOf(world, person.id)
    const isAhead = planned.every(({ due_at: due }) => Temporal.Instant.compare(due, clock.now()) > 0)
    assert.ok(planned.length <= 1 && isAhead, 'one digest is planned, and ahead')
    if (deliveries.length === 0) assert.equal(planned.length, 0)
  }
}

interface Owned {
  readonly id: string
  readonly state: string
  readonly settled: boolean
  /** The first owner as far as it is known, each change of hands, and who has it: names that have to follow each other. */
  readonly asked: string | null
  readonly hands: readonly { readonly from: string; readonly to: string }[]
  readonly owner: string
}

/** Exactly one has an ask at every instant: each change of hands begins where the last one ended; and what is settled is so once, by somebody or time. */
async function ensureOwners({ baton: { db } }: World): Promise<void> {
  const { rows } = await sql<Owned>`
    select a.id, a.state, exists (select from ask_settlements s where s.ask_id = a.id) as settled, coalesce(a.asked_of, a.asked_of_space_id) as asked,
      coalesce(a.owner_id, a.owner_space_id) as owner, coalesce((
        select json_agg(json_build_object('from', coalesce(p.from_id, p.from_space_id), 'to', coalesce(p.to_id, p.to_space_id)) order by p.passed_at, p.id)
        from ask_passes p where p.ask_id = a.id), '[]') as hands
    from asks a
  `.execute(db)
  for (const { id, state, settled, asked, hands, owner } of rows) {
    const [first, ...more] = without(
      [...hands.map(({ from }) => from), owner],
      hands.map(({ to }) => to),
    )
    assert.deepEqual([more, asked ?? first], [[], first], `the owners of ${id} follow each other`)
    assert.equal(settled, state !== 'open', `${id} is settled once it has ended`)
  }
}

/** What is left of these when each of those is taken away once: what changes hands twice at one instant has no order. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...all]
  for (const one of taken) if (left.includes(one)) left.splice(left.indexOf(one), 1)
  return left
}
