import { Failure, type Said } from '#platform/contract/failure.ts'
import type { RequestContext } from './app.ts'
import { overloaded } from './overload.ts'
import { refusalText } from './refusal-texts.ts'

const LIMIT = 2 * 1024 * 1024
const PATIENCE = 60_000
/** So many bodies may be waited for. */
const MOST_WAITED_FOR = 1_000
/** How to give up each, the one that has been waited for longest first. */
const waitedFor = new Set<(why: Failure) => void>()

/** The JSON a request brings; an absent body is `{}`. Refuses other media types, what is too large, and text PostgreSQL cannot hold. */
export async function readBody(c: RequestContext): Promise<{ value: unknown; text: string }> {
  if (Number(c.req.header('content-length') ?? 0) > LIMIT) throw tooLarge()
  const text = await c.get('aside')(() => boundedText(c.req.raw))
  if (text === '') return { value: {}, text }
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw malformed('request.not_json', () => refusalText('notJson', { header: 'Content-Type: application/json' }))
  }
  if (/(?<!\\)(\\\\)*\\u0000/.test(text)) throw nulCharacter('nulInBody')
  try {
    return { value: JSON.parse(text), text }
  } catch {
    throw notJson()
  }
}

/** Of too many the longest waited for is given up: whoever means to send one sends it in no time. */
async function boundedText({ body }: Request): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>()
  const patience = setTimeout(() => giveUp(tooSlow()), PATIENCE)
  waitedFor.add(giveUp)
  const [longest] = waitedFor
  if (waitedFor.size > MOST_WAITED_FOR) longest?.(overloaded())
  try {
    return await Promise.race([textOf(reader), givenUp])
  } finally {
    clearTimeout(patience)
    waitedFor.delete(giveUp)
    void reader.cancel().catch(() => {})
  }
}

async function textOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    // Whoever sent it went away: that is no fault of Baton's, and nobody is answered.
    const { done, value } = await reader.read().catch(() => {
      throw notJson()
    })
    if (done) return Buffer.concat(chunks).toString('utf8')
    size += value.byteLength
    if (size > LIMIT) throw tooLarge()
    chunks.push(value)
  }
}

const malformed = (code: string, message: Said): Failure => new Failure({ code, status: 400, message })
const notJson = (): Failure => malformed('request.malformed', () => refusalText('malformed'))
/** What holds a character that cannot be stored. */
export const nulCharacter = (key: 'nulInBody' | 'nulInAddress'): Failure => malformed('request.nul_character', () => refusalText(key))
const tooSlow = (): Failure => malformed('request.too_slow', () => refusalText('tooSlow'))
const tooLarge = (): Failure => new Failure({ code: 'request.too_large', status: 413, message: () => refusalText('tooLarge') })
