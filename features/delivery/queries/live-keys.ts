import { sql } from 'kysely'
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { Database } from '#platform/sql/database.ts'
import { alive, reads } from '#features/inbox/access.ts'

type Keys = Map<string, Set<string>>

interface Changes {
  readonly events: readonly PositionedEvent[]
  /** Who listens. */
  readonly people: readonly string[]
}

/**
 * Which keys changed for whom by these facts, by today's rights. What is held for somebody is not spoken of: a thread with something that has yet to
 * be delivered to them has no key, save by their own act.
 */
export async function liveKeys(db: Database, workspaceId: number, changes: Changes): Promise<Keys> {
  const keys: Keys = new Map()
  if (changes.people.length === 0 || changes.events.length === 0) return keys
  const add = (personId: string, ...more: string[]): void => void keys.set(personId, new Set([...(keys.get(personId) ?? []), ...more]))
  addOwn(changes, add)
  await addThreads(db, workspaceId, { ...changes, add })
  await addSpaces(db, workspaceId, { ...changes, add })
  await addPeople(db, workspaceId, { ...changes, add })
  await addRotations(db, workspaceId, { ...changes, add })
  await addOffers(db, workspaceId, { ...changes, add })
  return keys
}

type Adding = Changes & { readonly add: (personId: string, ...keys: string[]) => void }

const ownKeys: Readonly<Record<string, readonly string[]>> = {
  ask: ['asks', 'today', 'inbox', 'held'],
  calendar: ['today', 'held'],
  invitation: ['invitations'],
  session: ['sessions'],
  swap: ['inbox', 'held'],
  token: ['tokens'],
  person: ['me', 'sessions'],
}

/** What somebody did themselves changes what stands on their other screens. */
function addOwn({ events, people }: Changes, add: Adding['add']): void {
  for (const { actorId, type } of events) {
    const own = ownKeys[type.slice(0, type.indexOf('.'))]
    if (own && actorId !== null && people.includes(actorId)) add(actorId, ...own)
  }
}

interface ThreadRow {
  readonly personId: string
  readonly threadId: string
  readonly number: number
  readonly slug: string
  readonly held: boolean
}

async function addThreads(db: Database, workspaceId: number, { events, people, add }: Adding): Promise<void> {
  const moved = events.filter(
    ({ type, streamId }) => streamId !== null && /^(thread|post|reaction|ask|highlights|outcome|incident)\./.test(type),
  )
  const threads = [...new Set(moved.map(({ streamId }) => streamId ?? ''))]
  if (threads.length === 0) return
  const { rows } = await sql<ThreadRow>`
    select p.id as "personId", t.id as "threadId", t.number, s.slug, ${held(workspaceId)} as held
    from people p
    join threads t on t.workspace_id = p.workspace_id and t.id = any(${threads}::uuid[])
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    left join thread_follows tf on tf.workspace_id = p.workspace_id and tf.person_id = p.id and tf.thread_id = t.id
    left join space_follows sf on sf.workspace_id = p.workspace_id and sf.person_id = p.id and sf.space_id = t.space_id
    left join space_members m on m.workspace_id = p.workspace_id and m.person_id = p.id and m.space_id = t.space_id
    left join read_marks rm on rm.workspace_id = p.workspace_id and rm.person_id = p.id and rm.thread_id = t.id
    left join read_floors floor on floor.workspace_id = p.workspace_id and floor.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.id = any(${[...people]}::uuid[]) and ${reads}
  `.execute(db)
  const acts = new Set(moved.map(({ actorId, streamId }) => `${actorId} ${streamId}`))
  for (const { personId, threadId, number, slug, held: waits } of rows) {
    if (!waits || acts.has(`${personId} ${threadId}`)) add(personId, `thread:${number}`, `space:${slug}`)
  }
}

/** Something in the thread has yet to be delivered to the person: an item by name, a post they follow, an announcement. */
const held = (workspaceId: number) => sql<boolean>`(
  exists (
    select from inbox_items i
    left join posts po on po.workspace_id = i.workspace_id and po.id = i.post_id
    left join asks a on a.workspace_id = i.workspace_id and a.id = i.ask_id
    where i.workspace_id = ${workspaceId} and i.person_id = p.id and i.thread_id = t.id and i.delivered_at is null and ${alive}
  ) or (
    coalesce(tf.level, sf.level, case when m.person_id is not null then 'named' end) in ('digest', 'named')
    and exists (select from delivery_moments d where d.workspace_id = ${workspaceId} and d.person_id = p.id and d.kind = 'digest')
    and exists (
      select from events e where e.workspace_id = ${workspaceId} and e.stream_id = t.id and e.type = 'post.added' and e.position > floor.delivered_through
        and e.stream_seq > coalesce(rm.seq, 0) and e.actor_id is distinct from p.id
        and (coalesce(tf.level, sf.level, 'named') = 'digest' or (t.kind = 'announcement' and e.stream_seq = 1))
    )
  ))`

async function addSpaces(db: Database, workspaceId: number, { events, people, add }: Adding): Promise<void> {
  const moved = events.filter(({ type }) => /^(space|member)\./.test(type))
  const spaces = moved.map((event) => event.placeId ?? idOf(event, 'spaceId')).filter((id) => id !== null)
  if (spaces.length === 0) return
  for (const event of moved) {
    const personId = idOf(event, 'personId')
    if (personId !== null && people.includes(personId)) add(personId, 'spaces')
  }
  const { rows } = await sql<{ personId: string; slug: string }>`
    select p.id as "personId", s.slug from people p join spaces s on s.workspace_id = p.workspace_id and s.id = any(${spaces}::uuid[])
    where p.workspace_id = ${workspaceId} and p.id = any(${[...people]}::uuid[]) and ${reads}
  `.execute(db)
  for (const { personId, slug } of rows) add(personId, 'spaces', `space:${slug}`)
}

async function addPeople(db: Database, workspaceId: number, { events, people, add }: Adding): Promise<void> {
  const shown = new Set(['person.joined', 'person.changed', 'person.deactivated', 'person.reactivated', 'calendar.changed'])
  const changed = events
    .filter(({ type }) => shown.has(type))
    .map((event) => idOf(event, 'personId'))
    .filter((id) => id !== null)
  if (changed.length === 0) return
  const { rows } = await sql<{ personId: string; handle: string; own: boolean }>`
    select p.id as "personId", other.handle, p.id = other.id as own from people p
    join people other on other.workspace_id = p.workspace_id and other.id = any(${changed}::uuid[])
    where p.workspace_id = ${workspaceId} and p.id = any(${[...people]}::uuid[]) and (p.role <> 'guest' or p.id = other.id or exists (
      select from space_members mine join space_members theirs on theirs.workspace_id = mine.workspace_id and theirs.space_id = mine.space_id
      where mine.workspace_id = ${workspaceId} and mine.person_id = p.id and theirs.person_id = other.id))
  `.execute(db)
  for (const { personId, handle, own } of rows) add(personId, 'people', `person:${handle}`, ...(own ? ['me'] : []))
}

/** Guests are not told when somebody's shifts change: they see those of their spaces when they look. */
async function addRotations(db: Database, workspaceId: number, { events, people, add }: Adding): Promise<void> {
  if (!events.some(({ type }) => /^(rotation|shift|swap)\./.test(type))) return
  const { rows } = await sql<{ id: string }>`
    select p.id from people p where p.workspace_id = ${workspaceId} and p.id = any(${[...people]}::uuid[]) and p.role <> 'guest'
  `.execute(db)
  for (const { id } of rows) add(id, 'rotations')
}

/** Who was told of an offer sees what becomes of it, and of the shift. */
async function addOffers(db: Database, workspaceId: number, { events, people, add }: Adding): Promise<void> {
  const changed = events.filter(({ type }) => type === 'swap.settled' || /^shift\.(?:changed|removed)$/.test(type))
  const rotations = [...new Set(changed.flatMap((event) => idOf(event, 'rotationId') ?? []))]
  if (rotations.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select distinct i.person_id as id from swaps w
    join inbox_items i on i.workspace_id = w.workspace_id and i.swap_id = w.id and i.why = 'swap' and i.state <> 'done' and i.delivered_at is not null
    where w.workspace_id = ${workspaceId} and w.rotation_id = any(${rotations}::uuid[]) and i.person_id = any(${[...people]}::uuid[])
  `.execute(db)
  for (const { id } of rows) add(id, 'inbox')
}
