import { z } from 'zod'
import type { LeftOut } from './left-out.ts'
import { blockTexts, slackBlocks } from './slack-blocks.ts'

export const slackMessage = z.object({
  type: z.literal('message'),
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  /** Seconds in ten digits reach to the year 2286. */
  ts: z.string().regex(/^\d{1,10}(\.\d{1,6})?$/),
  thread_ts: z.string().nullish(),
  reply_count: z.number().nullish().catch(null),
  replies: z.array(z.unknown()).nullish().catch(null),
  edited: z.object({ ts: z.string() }).nullish().catch(null),
  files: z
    .array(z.object({ name: z.string().nullish(), title: z.string().nullish(), mode: z.string().nullish() }))
    .nullish()
    .catch(null),
  reactions: z
    .array(z.object({ name: z.string(), users: z.array(z.string()) }))
    .nullish()
    .catch(null),
  user_profile: z
    .object({ real_name: z.string().nullish(), display_name: z.string().nullish(), name: z.string().nullish() })
    .nullish()
    .catch(null),
  blocks: slackBlocks,
  attachments: z
    .array(
      z.object({ text: z.string().nullish(), fallback: z.string().nullish(), title: z.string().nullish(), pretext: z.string().nullish() }),
    )
    .nullish()
    .catch(null),
})
export type SlackMessage = z.infer<typeof slackMessage>

/** One message as a post to be, with the place it belongs to. */
export interface ImportedMessage {
  readonly channelId: string
  readonly ts: string
  /** The message that opens the thread it stands in; null for one outside threads. */
  readonly threadTs: string | null
  /** The day of a message outside threads, as the export files it. */
  readonly day: string
  readonly userId: string
  /** What the message itself says of an author whom the export does not list. */
  readonly userName: string | null
  readonly mrkdwn: string
  readonly files: readonly string[]
  readonly at: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[]
}

interface Filed {
  readonly channelId: string
  /** As the file is called. */
  readonly day: string
}

/** What only tells what happened to a channel, which its members and its name say already. */
const notes = /^(channel|group)_|^bot_(add|remove|enable|disable)$|^(pinned|unpinned)_item$|^reminder_add$|^tombstone$|^sh_room_|^huddle_/

/** A message as a post to be, or why it is left out. */
export function importedMessage(raw: unknown, { channelId, day }: Filed): ImportedMessage | { readonly skipped: LeftOut } {
  const parsed = slackMessage.safeParse(raw)
  if (!parsed.success) return { skipped: 'broken' }
  const message = parsed.data
  if (message.subtype && notes.test(message.subtype)) return { skipped: 'note' }
  if (message.subtype === 'bot_message' || (message.bot_id && !message.user)) return { skipped: 'bot' }
  if (!message.user) return { skipped: 'nobody' }
  const mrkdwn = wordsOf(message)
  const files = (message.files ?? []).map(fileName)
  if (mrkdwn === '' && files.length === 0) return { skipped: 'empty' }
  const at = instantOf(message.ts)
  const hasReplies = (message.reply_count ?? 0) > 0 || (message.replies ?? []).length > 0
  const { user_profile: profile } = message
  return {
    channelId,
    ts: message.ts,
    threadTs: message.thread_ts || (hasReplies ? message.ts : null),
    day: isDay(day) ? day : at.toString().slice(0, 10),
    userId: message.user,
    userName: profile?.real_name || profile?.display_name || profile?.name || null,
    mrkdwn,
    files,
    at,
    editedAt: message.edited && /^\d{1,10}(\.\d+)?$/.test(message.edited.ts) ? instantOf(message.edited.ts) : null,
    reactions: message.reactions ?? [],
  }
}

/** The text; where there is none, what stands in its blocks or in what hangs on it. */
function wordsOf({ text, blocks, attachments }: SlackMessage): string {
  const candidates = [
    text ?? '',
    blockTexts(blocks).join('\n'),
    (attachments ?? [])
      .map(({ pretext, title, text: body, fallback }) => [pretext, title, body].filter(Boolean).join('\n') || (fallback ?? ''))
      .join('\n\n'),
  ]
  return candidates.map((each) => each.replaceAll('\0', '').trim()).find((each) => each !== '') ?? ''
}

function fileName({
  name,
  title,
  mode,
}: {
  name?: string | null | undefined
  title?: string | null | undefined
  mode?: string | null | undefined
}): string {
  if (mode === 'tombstone') return 'a file that was deleted'
  return (name || title || 'a file')
    .replaceAll(/[\s\0]+/g, ' ')
    .trim()
    .slice(0, 200)
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Seconds and a counter, `1597194613.000001`, to the millisecond. */
export function instantOf(ts: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000))
}
