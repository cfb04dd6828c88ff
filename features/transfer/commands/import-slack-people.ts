import { startCalendars } from '#features/availability/commands/start-calendars.ts'
import { importPeople } from '#features/people/commands/import-people.ts'
import { reserveNames } from '#features/workspace/commands/reserve-names.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/sql/id.ts'
import { type Importer, lockImporting, type Run } from '../access.ts'
import { type Brought, findBrought } from '../queries/find-brought.ts'
import { profileOf, type SlackUser } from '../rules/slack.ts'
import { keepOrigins } from './keep-origins.ts'

const AT_ONCE = 1_000
const externalId = (user: Pick<SlackUser, 'id'>): string => `user:${user.id}`

/** The people of an export: those not yet brought in are added. Answers who they are here, by their ids there. */
export async function importSlackPeople(importer: Importer, users: readonly SlackUser[], run: Run): Promise<Map<string, Brought>> {
  const once = [...new Map(users.map((user) => [user.id, user])).values()]
  const people = new Map<string, Brought>()
  for (let from = 0; from < once.length; from += AT_ONCE) {
    const some = once.slice(from, from + AT_ONCE)
    const { known, made } = await importSome(importer, some, run)
    for (const user of some) {
      const person = known.get(externalId(user)) ?? made.get(externalId(user))
      if (person) people.set(user.id, person)
    }
  }
  return people
}

async function importSome(
  importer: Importer,
  users: readonly SlackUser[],
  { tally, keep }: Run,
): Promise<Record<'known' | 'made', Map<string, Brought>>> {
  const { db, workspaceId, now, by } = importer
  return db.transaction().execute(async (tx) => {
    await lockImporting(tx, workspaceId)
    const known = await findBrought(tx, workspaceId, users.map(externalId))
    const missing = users.filter((user) => !known.has(externalId(user)))
    const profiles = missing.map((user) => ({ ...profileOf(user), externalId: externalId(user), id: newId(now) }))
    const handles = await reserveNames(tx, importer, { kind: 'person', wishes: profiles.map((person) => person.handle) })
    const made = profiles.map((person, index) => ({ ...person, handle: handles[index] ?? person.handle }))
    await importPeople(tx, importer, made)
    await startCalendars(tx, importer, made)
    for (const { id } of made) await record(tx, { workspaceId, now, personId: by }, { type: 'person.joined', subject: { personId: id } })
    await keepOrigins(
      tx,
      workspaceId,
      made.map((person) => ({ externalId: person.externalId, madeId: person.id })),
    )
    tally.added.people += made.length
    await keep(tx)
    return { known, made: new Map(made.map((person) => [person.externalId, person])) }
  })
}
