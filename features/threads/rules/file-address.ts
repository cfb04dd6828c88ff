import type { Context } from '#platform/context.ts'

/** For how long an address may be used, at most and at least. Those made within one window are the same, so that an answer that shows them is, too. */
const LONGEST_MINUTES = 10
const WINDOW_MINUTES = 5

type Reader = Pick<Context, 'workspaceId' | 'personId'>

/** Which file, and whether its preview is meant. */
export interface Addressed {
  readonly id: string
  readonly form?: 'preview' | undefined
}

/** What is signed: who may read which file, and until when. */
export const signedText = ({ workspaceId, personId }: Reader, { id, form }: Addressed, until: string): string =>
  `file ${workspaceId} ${personId} ${id} ${form ?? 'whole'} ${until}`

/** Where this reader finds a file for the next minutes. It is theirs alone, and tells nobody else anything. */
export function fileAddress(reader: Reader & Pick<Context, 'now' | 'sign'>, file: Addressed): string {
  const until = addressEnd(reader.now)
  const sig = `${reader.workspaceId}.${reader.personId}.${reader.sign(signedText(reader, file, until))}`
  return `/api/v1/files/${file.id}?${new URLSearchParams({ until, ...(file.form ? { form: file.form } : {}), sig }).toString()}`
}

/** Until when an address that is made now can be used. */
export function addressEnd(now: Temporal.Instant): string {
  const length = WINDOW_MINUTES * 60_000
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
  return start.add({ minutes: LONGEST_MINUTES }).toString()
}
