import { importSpaces } from '#features/spaces/commands/import-spaces.ts'
import { reserveNames } from '#features/workspace/commands/reserve-names.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/sql/id.ts'
import { type Importer, lockImporting, type Run } from '../access.ts'
import type { Brought } from '../queries/find-brought.ts'
import { findImported } from '../queries/find-imported.ts'
import { oneLine, plainName, type SlackChannel } from '../rules/slack.ts'
import { keepOrigins } from './keep-origins.ts'

export interface Channel extends SlackChannel {
  readonly private: boolean
}

interface Channels {
  readonly channels: readonly Channel[]
  /** Who they are here, by their ids there. */
  readonly people: ReadonlyMap<string, Brought>
}

const externalId = (channel: Pick<SlackChannel, 'id'>): string => `channel:${channel.id}`

/** The channels of an export as spaces: those not yet brought in are added. Answers their ids here by their ids there. */
export async function importSlackChannels(
  importer: Importer,
  { channels, people }: Channels,
  { tally, keep }: Run,
): Promise<Map<string, string>> {
  const { db, workspaceId, now, by } = importer
  return db.transaction().execute(async (tx) => {
    await lockImporting(tx, workspaceId)
    const known = await findImported(tx, workspaceId, channels.map(externalId))
    const made = channels.filter((channel) => !known.has(externalId(channel))).map((channel) => ({ channel, id: newId(now) }))
    const slugs = await reserveNames(tx, importer, { kind: 'space', wishes: made.map(({ channel }) => plainName(channel.name)) })
    await importSpaces(
      tx,
      importer,
      made.map(({ channel, id }, index) => ({ id, slug: slugs[index] ?? '', ...spaceOf(channel, { importer, people }) })),
    )
    for (const { id } of made)
      await record(tx, { workspaceId, now, personId: by }, { type: 'space.made', placeId: id, subject: { spaceId: id } })
    const origins = made.map(({ channel, id }) => ({ externalId: externalId(channel), madeId: id }))
    await keepOrigins(tx, workspaceId, origins)
    tally.added.spaces += made.length
    await keep(tx)
    const ids = new Map([...known, ...origins.map((origin) => [origin.externalId, origin.madeId] as const)])
    return new Map(channels.map((channel) => [channel.id, ids.get(externalId(channel)) ?? '']))
  })
}

function spaceOf(channel: Channel, { importer, people }: { importer: Importer; people: Channels['people'] }) {
  const purpose = [channel.purpose?.value, channel.topic?.value].map(oneLine).find((text) => text !== '') ?? ''
  const members = (channel.members ?? []).flatMap((member) => people.get(member)?.id ?? [])
  const created = channel.created ? Temporal.Instant.fromEpochMilliseconds(channel.created * 1000) : importer.now
  return {
    name: oneLine(channel.name).slice(0, 80).toWellFormed(),
    purpose: purpose.slice(0, 1_000).toWellFormed(),
    visibility: channel.private ? ('private' as const) : ('open' as const),
    createdBy: people.get(channel.creator ?? '')?.id ?? importer.by,
    createdAt: created.toString(),
    archived: channel.is_archived ?? false,
    members: [...new Set(members)],
  }
}
