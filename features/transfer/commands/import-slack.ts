import { Failure } from '#platform/contract/failure.ts'
import type { Archive } from '#platform/files/zip.ts'
import type { Importer, Run } from '../access.ts'
import type { Brought } from '../queries/find-brought.ts'
import { readSlackDay } from '../queries/read-slack-day.ts'
import { readSlackList } from '../queries/read-slack-list.ts'
import type { Names } from '../rules/mrkdwn-inline.ts'
import { isBot, oneLine, slackChannel, slackUser } from '../rules/slack.ts'
import { type DayFile, slackLayout, type SlackLayout } from '../rules/slack-layout.ts'
import type { ImportedMessage } from '../rules/slack-message.ts'
import { skip } from '../rules/tally.ts'
import { type Channel, importSlackChannels } from './import-slack-channels.ts'
import { importSlackMessages } from './import-slack-messages.ts'
import { importSlackPeople } from './import-slack-people.ts'
import { knowSizes } from './know-sizes.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export interface SlackRun extends Run {
  readonly archive: Archive
}

const BATCH = 400

/**
 * Brings a Slack export in: people without sign-in, channels as spaces, threads as threads, day after day. Yields whenever something was added
 * for good; whoever wants no more takes no more. What it held is a batch of messages, the people and the channels. A second run, or one after
 * a broken one, adds only what is missing. Throws `import.not_slack` and `import.unreadable`.
 */
export async function* importSlack(importer: Importer, run: SlackRun): AsyncGenerator<void> {
  const { archive, tally } = run
  const layout = slackLayout(archive.sizes.keys())
  if (!layout) throw notSlack()
  for (const size of archive.sizes.values()) tally.totalBytes += size
  const { people, bots } = await bringPeople(importer, layout.root, run)
  const channels = await bringChannels(importer, { root: layout.root, people }, run)
  yield
  yield* bringDays(importer, { layout, people, bots, ...channels }, run)
  tally.doneBytes = tally.totalBytes
}

async function bringPeople(importer: Importer, root: string, run: SlackRun) {
  const { archive, tally } = run
  const list = async (name: string) =>
    (await readSlackList(archive, { name: `${root}${name}`, shape: slackUser, broken: 'brokenPeople' }, tally)) ?? []
  const users = [...(await list('users.json')), ...(await list('org_users.json'))]
  const bots = new Set(users.filter(isBot).map(({ id }) => id))
  if (bots.size > 0) skip(tally, 'bots', { count: bots.size })
  const people = await importSlackPeople(
    importer,
    users.filter((user) => !bots.has(user.id)),
    run,
  )
  return { people, bots }
}

interface Channels {
  readonly channels: readonly Channel[]
  readonly spaces: ReadonlyMap<string, string>
}

async function bringChannels(
  importer: Importer,
  { root, people }: { root: string; people: ReadonlyMap<string, Brought> },
  run: SlackRun,
): Promise<Channels> {
  const { archive, tally } = run
  const list = async (name: string) =>
    (await readSlackList(archive, { name: `${root}${name}`, shape: slackChannel, broken: 'brokenChannels' }, tally)) ?? []
  const open = (await list('channels.json')).map((channel) => ({ ...channel, private: channel.is_private === true }))
  const closed = (await list('groups.json')).map((channel) => ({ ...channel, private: true }))
  const channels = [...new Map([...open, ...closed].map((channel) => [channel.id, channel])).values()]
  return { channels, spaces: await importSlackChannels(importer, { channels, people }, run) }
}

interface Days extends Channels {
  readonly layout: SlackLayout
  readonly people: Map<string, Brought>
  readonly bots: ReadonlySet<string>
}

async function* bringDays(importer: Importer, { layout, people, bots, channels, spaces }: Days, run: SlackRun): AsyncGenerator<void> {
  const { tally } = run
  const folders = await foldersOf({ layout, channels }, run)
  const names = namesFor(channels, people)
  let batches = 0
  const bring = async (messages: readonly ImportedMessage[]): Promise<void> => {
    const said = messages.filter((message) => !bots.has(message.userId))
    if (said.length < messages.length) skip(tally, 'bot', { count: messages.length - said.length })
    await bringStrangers(importer, { said, people }, run)
    await importSlackMessages(importer, { messages: said, people, spaces, names }, run)
    batches += 1
    if (Number.isInteger(Math.log2(batches) / 2)) await knowSizes(importer.db)
  }
  // While the database takes one batch, the next is read.
  let bringing: Promise<void> = Promise.resolve()
  try {
    for await (const messages of batchesOf(layout, folders, run)) {
      await bringing
      bringing = bring(messages)
      bringing.catch(() => {})
      yield
    }
  } finally {
    await bringing
  }
  yield
}

/** Messages of all days in the order of time, so many at once. */
async function* batchesOf(
  layout: SlackLayout,
  folders: ReadonlyMap<string, string>,
  { archive, tally }: SlackRun,
): AsyncGenerator<ImportedMessage[]> {
  let waiting: ImportedMessage[] = []
  for (const day of layout.days) {
    const files = day.flatMap((file) => {
      const channelId = folders.get(file.folder)
      return channelId === undefined ? [] : [{ ...file, channelId }]
    })
    for await (const message of readSlackDay({ archive, files }, tally)) {
      waiting.push(message)
      if (waiting.length < BATCH) continue
      yield waiting.toSorted(inTime)
      waiting = []
    }
  }
  yield waiting.toSorted(inTime)
}

const inTime = (one: ImportedMessage, other: ImportedMessage): number =>
  one.at.epochMilliseconds - other.at.epochMilliseconds || (one.ts < other.ts ? -1 : 1)

/** Authors from elsewhere, who stand in their messages only, come as people who have left. */
async function bringStrangers(
  importer: Importer,
  { said, people }: { said: readonly ImportedMessage[]; people: Map<string, Brought> },
  run: Run,
): Promise<void> {
  const strangers = said.flatMap(({ userId, userName }) =>
    userName !== null && !people.has(userId) ? [{ id: userId, name: userName, real_name: userName, deleted: true }] : [],
  )
  if (strangers.length === 0) return
  for (const [id, person] of await importSlackPeople(importer, strangers, run)) people.set(id, person)
}

/** Which channel each folder belongs to. Direct conversations and whatever else lies there is counted, and not read. */
async function foldersOf(
  { layout, channels }: Pick<Days, 'layout' | 'channels'>,
  { archive, tally }: SlackRun,
): Promise<Map<string, string>> {
  const direct = new Set<string>()
  for (const name of ['dms.json', 'mpims.json']) {
    const list = { name: `${layout.root}${name}`, shape: slackChannel.partial({ name: true }), broken: 'brokenDirect' as const }
    for (const conversation of (await readSlackList(archive, list, tally)) ?? []) direct.add(conversation.name ?? conversation.id)
  }
  if (direct.size > 0) skip(tally, 'direct', { count: direct.size })
  const folders = new Map([...channels.map(({ id }) => [id, id] as const), ...channels.map(({ id, name }) => [name, id] as const)])
  const strays = layout.days.flat().filter(({ folder }: DayFile) => !folders.has(folder) && !direct.has(folder))
  for (const { name } of strays) skip(tally, 'strayFiles', { example: name })
  for (const name of layout.others) skip(tally, 'otherFiles', { example: name })
  return folders
}

/** What ids in the text of a channel stand for: a private channel is named in its own text only. */
function namesFor(channels: readonly Channel[], people: ReadonlyMap<string, Brought>): (channelId: string) => Names {
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  return (channelId) => ({
    person: (id) => people.get(id)?.handle ?? null,
    channel: (id) => {
      const channel = byId.get(id)
      return channel && (!channel.private || id === channelId) ? oneLine(channel.name) : null
    },
  })
}

const notSlack = (): Failure =>
  new Failure({
    code: 'import.not_slack',
    status: 422,
    message: () => refusalText('notAnExport'),
  })
