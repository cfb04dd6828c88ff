import { type Archive, ArchiveError } from '#platform/files/zip.ts'
import { keepWords } from '#platform/mail/keep-words.ts'
import { jsonItems, NotAList } from '#platform/files/json-items.ts'
import { type ImportedMessage, importedMessage } from '../rules/slack-message.ts'
import type { DayFile } from '../rules/slack-layout.ts'
import { skip, type Tally } from '../rules/tally.ts'
import { parsedJson } from './read-slack-list.ts'

interface Day {
  readonly archive: Archive
  readonly files: readonly (DayFile & { readonly channelId: string })[]
}

/** So many files are read at once. */
const MOST_AT_ONCE = 100

/**
 * The messages of one day from all its channels in the order of time, as far as each file is. Of each file no more than a message is held;
 * where more channels than a hundred speak on one day, it is a hundred after the other.
 */
export async function* readSlackDay({ archive, files }: Day, tally: Tally): AsyncGenerator<ImportedMessage> {
  for (let from = 0; from < files.length; from += MOST_AT_ONCE)
    yield* merged(files.slice(from, from + MOST_AT_ONCE).map((file) => messagesIn(archive, file, tally)))
}

async function* messagesIn(archive: Archive, file: Day['files'][number], tally: Tally): AsyncGenerator<ImportedMessage> {
  try {
    for await (const text of jsonItems(archive.read(file.name))) {
      const message = importedMessage(parsedJson(text), file)
      if (!('skipped' in message)) yield message
      else skip(tally, message.skipped)
    }
  } catch (error) {
    if (!(error instanceof ArchiveError) && !(error instanceof NotAList)) throw error
    skip(tally, 'brokenFiles', { example: keepWords(() => `${file.name.slice(0, 200)}: ${error.say()}`) })
  }
  tally.doneBytes += archive.sizes.get(file.name) ?? 0
}

interface Head {
  readonly source: AsyncGenerator<ImportedMessage>
  message: ImportedMessage
}

/** Always the earliest of what comes next from each; when no more is wanted, all of them are ended. */
async function* merged(sources: readonly AsyncGenerator<ImportedMessage>[]): AsyncGenerator<ImportedMessage> {
  try {
    let heads: Head[] = []
    for (const source of sources) {
      const { value, done } = await source.next()
      if (!done) heads.push({ source, message: value })
    }
    while (heads.length > 0) {
      const first = heads.reduce((one, other) => (isBefore(other.message, one.message) ? other : one))
      yield first.message
      const { value, done } = await first.source.next()
      if (done) heads = heads.filter((head) => head !== first)
      else first.message = value
    }
  } finally {
    await Promise.all(sources.map((source) => source.return(undefined)))
  }
}

const isBefore = (one: ImportedMessage, other: ImportedMessage): boolean => one.at.epochMilliseconds < other.at.epochMilliseconds
