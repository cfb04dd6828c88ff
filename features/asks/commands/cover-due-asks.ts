import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import { calendarsOf } from '../access/calendars.ts'
import type { Actor, AskOffered } from '../events.ts'
import { type CoverNow, coverNow } from '../rules/cover.ts'
import { subjectOf } from '../rules/subject.ts'

const AT_ONCE = 200

/** Looks at the asks whose owner's absence with a cover begins or ends by now. Returns how many; when many, there may be more. */
export async function coverDueAsks({
  db,
  workspaceId,
  due,
}: {
  db: Database
  workspaceId: number
  due: Temporal.Instant
}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const asks = await openAsks(tx, workspaceId).where('asks.cover_at', '<=', due).limit(AT_ONCE).execute()
    await coverAsks(tx, { workspaceId, personId: null, now: due }, asks)
    return asks.length
  })
}

interface Changed {
  readonly askIds: readonly string[]
  /** Whose hours changed. */
  readonly personIds: readonly string[]
}

/** As `coverAsks`, for asks that are with somebody new or due at another time, and for all that people have whose hours changed. */
export async function coverChangedAsks(tx: Tx, actor: Actor, { askIds, personIds }: Changed): Promise<void> {
  if (askIds.length + personIds.length === 0) return
  const asks = openAsks(tx, actor.workspaceId).where((where) =>
    where.or([where('asks.id', '=', anyOf(askIds)), where('asks.owner_id', '=', anyOf(personIds))]),
  )
  await coverAsks(tx, actor, await asks.execute())
}

interface Found {
  readonly personId: string | null
  readonly spaceId: string | null
}

/** Offers these held, open asks to who covers for their owners while those are away, and ends that when they are back. */
async function coverAsks(tx: Tx, actor: Actor, asks: readonly AskRow[]): Promise<void> {
  const owned = asks.flatMap((ask) => (ask.ownerId === null ? [] : [{ ask, ownerId: ask.ownerId }]))
  if (owned.length === 0) return
  const calendars = await calendarsOf(
    tx,
    actor.workspaceId,
    owned.map(({ ownerId }) => ownerId),
  )
  const standings = owned.map(({ ask, ownerId }) => ({ ask, now: coverNow(calendars.of(ownerId), ask, actor.now) }))
  const covers = await coversNamed(
    tx,
    actor.workspaceId,
    standings.flatMap(({ now }) => now.name ?? []),
  )
  for (const { ask, now } of standings) await keep(tx, actor, { ask, now, cover: coverOf(ask, covers.get(now.name ?? '')) })
}

/** Nobody covers in what they asked themselves, or for themselves. */
function coverOf({ askerId, ownerId }: AskRow, found: Found | undefined): Found {
  const { personId = null, spaceId = null } = found ?? {}
  return personId === askerId || personId === ownerId ? { personId: null, spaceId: null } : { personId, spaceId }
}

interface Keeping {
  readonly ask: AskRow
  readonly now: CoverNow
  readonly cover: Found
}

async function keep(tx: Tx, actor: Actor, { ask, now, cover }: Keeping): Promise<void> {
  const isOffered = ask.coverId === cover.personId && ask.coverSpaceId === cover.spaceId
  if (isOffered && ask.coverAt?.epochMilliseconds === now.lookAt?.epochMilliseconds) return
  await tx
    .updateTable('asks')
    .set({ cover_id: cover.personId, cover_space_id: cover.spaceId, cover_at: now.lookAt })
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', ask.id)
    .where('state', '=', 'open')
    .execute()
  if (isOffered || (cover.personId === null && cover.spaceId === null)) return
  const subject = { ...subjectOf(ask), coverId: cover.personId, coverSpaceId: cover.spaceId } satisfies AskOffered['subject']
  await record(tx, actor, { type: 'ask.offered', placeId: ask.spaceId, streamId: ask.threadId, subject })
}

/** The people and spaces of these names that are there to take something. */
async function coversNamed(tx: Tx, workspaceId: number, names: readonly string[]): Promise<Map<string, Found>> {
  if (names.length === 0) return new Map()
  const wanted = sql`any(${[...new Set(names)]}::text[])`
  const { rows } = await sql<Found & { name: string }>`
    select handle as name, id as "personId", null::uuid as "spaceId" from people where workspace_id = ${workspaceId} and handle = ${wanted}
      and not exists (select from person_deactivations gone where gone.workspace_id = people.workspace_id and gone.person_id = people.id)
    union all
    select slug, null, id from spaces where workspace_id = ${workspaceId} and slug = ${wanted}
      and not exists (select from space_archives closed where closed.workspace_id = spaces.workspace_id and closed.space_id = spaces.id)
  `.execute(tx)
  return new Map(rows.map(({ name, ...found }) => [name, found]))
}
