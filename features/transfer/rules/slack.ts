import { z } from 'zod'

/* Of an export only what is used is read; everything else may be there or not, in any shape. */
export const slackUser = z.object({
  id: z.string().min(1).max(100),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_workflow_bot: z.boolean().nullish(),
  tz: z.string().nullish(),
  profile: z
    .object({ real_name: z.string().nullish(), display_name: z.string().nullish(), email: z.string().nullish() })
    .nullish()
    .catch(null),
})
export type SlackUser = z.infer<typeof slackUser>

const said = z.object({ value: z.string() }).nullish().catch(null)

export const slackChannel = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1),
  created: z.number().int().min(0).max(99_999_999_999).nullish().catch(null),
  creator: z.string().nullish(),
  is_archived: z.boolean().nullish(),
  is_private: z.boolean().nullish(),
  members: z.array(z.string()).nullish().catch(null),
  topic: said,
  purpose: said,
})
export type SlackChannel = z.infer<typeof slackChannel>

/** Slackbot speaks for Slack itself. */
const SLACKBOT = 'USLACKBOT'
export const isBot = (user: SlackUser): boolean => user.is_bot === true || user.is_workflow_bot === true || user.id === SLACKBOT

/** A handle or slug made from a name somebody chose elsewhere: accents folded, what may not stand in one made a hyphen. */
export function plainName(name: string): string {
  const folded = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return folded
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+/g, '')
    .slice(0, 56)
    .replaceAll(/[._-]+$/g, '')
}

export interface Profile {
  readonly handle: string
  readonly name: string
  readonly timeZone: string
  readonly active: boolean
  readonly email: string | null
}

/** The person's name as shown, the zone they live in and their address, where the export knows them. */
export function profileOf(user: SlackUser): Profile {
  const names = [user.profile?.real_name, user.real_name, user.profile?.display_name, user.name].map(oneLine)
  const name = names.find((each) => each !== '') ?? user.id
  const email = user.profile?.email?.trim() ?? ''
  return {
    handle: plainName(user.name ?? name),
    name: name.slice(0, 100).trim().toWellFormed(),
    timeZone: knownZone(user.tz),
    active: !user.deleted,
    email: email.length <= 254 && z.email().safeParse(email).success ? email : null,
  }
}

/** One line of text without what cannot be kept. */
export const oneLine = (text: string | null | undefined): string =>
  (text ?? '')
    .replaceAll(/[\s\0]+/g, ' ')
    .trim()
    .toWellFormed()

function knownZone(zone: string | null | undefined): string {
  if (!zone) return 'UTC'
  try {
    return Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).timeZoneId
  } catch {
    return 'UTC'
  }
}

const TITLE = 120

/** A title of one line, cut at a word. */
export function titleOf(line: string): string {
  if (line.length <= TITLE) return line
  const cut = line.slice(0, TITLE - 1)
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), TITLE / 2))
    .trimEnd()
    .toWellFormed()}…`
}
