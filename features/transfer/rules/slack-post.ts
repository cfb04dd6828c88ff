import { formatterOf } from '#platform/text/moment.ts'
import { lineOf } from './markdown.ts'
import { blocksOf, firstLineOf, markdownOfBlocks } from './mrkdwn.ts'
import type { Names } from './mrkdwn-inline.ts'
import { oneLine, titleOf } from './slack.ts'
import type { ImportedMessage } from './slack-message.ts'

export interface PostText {
  readonly body: string
  /** What a thread that begins with it is called. */
  readonly title: string
  /** Whether the end was left out. */
  readonly cut: boolean
}

/** Slack takes 40,000 characters. */
const LONGEST = 100_000

/** A message as the text of a post in Markdown; files are named below it. An empty body says that there is nothing to read. */
export function postText({ mrkdwn, files, threadTs, day }: ImportedMessage, names: Names): PostText {
  const blocks = blocksOf(mrkdwn.slice(0, LONGEST), names)
  const named = files.length === 0 ? '' : `${files.length === 1 ? 'File' : 'Files'}: ${files.join(', ')}`
  const line = oneLine(firstLineOf(blocks)) || named
  return {
    body: [markdownOfBlocks(blocks), lineOf([{ type: 'text', text: named }])].filter(Boolean).join('\n\n'),
    title: titleOf(threadTs === null ? `${dayName(day)}: ${line}` : line),
    cut: mrkdwn.length > LONGEST,
  }
}

const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

/** `12 August 2020` */
function dayName(day: string): string {
  return formatterOf(long, 'en-GB', 'UTC').format(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds)
}
