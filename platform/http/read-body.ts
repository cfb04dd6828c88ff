import { Failure } from '#platform/contract/failure.ts'
import type { RequestContext } from './app.ts'

const LIMIT = 2 * 1024 * 1024
const PATIENCE = 60_000

/** The JSON a request brings; an absent body is `{}`. Refuses other media types, what is too large, and text PostgreSQL cannot hold. */
export async function readBody(c: RequestContext): Promise<{ value: unknown; text: string }> {
  if (Number(c.req.header('content-length') ?? 0) > LIMIT) throw tooLarge()
  const text = await boundedText(c.req.raw)
  if (text === '') return { value: {}, text }
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw malformed('request.not_json', 'Send the body as JSON, with `Content-Type: application/json`.')
  }
  if (/(?<!\\)(\\\\)*\\u0000/.test(text)) throw nulCharacter('The body')
  try {
    return { value: JSON.parse(text), text }
  } catch {
    throw malformed('request.malformed', 'The body is not valid JSON.')
  }
}

async function boundedText(request: Request): Promise<string> {
  if (!request.body) return ''
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const patience = setTimeout(() => reject(tooSlow()), PATIENCE)
  try {
    return await Promise.race([textOf(request.body), tooLate])
  } finally {
    clearTimeout(patience)
  }
}

async function textOf(body: NonNullable<Request['body']>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > LIMIT) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const malformed = (code: string, message: string): Failure => new Failure({ code, status: 400, message })
/** What holds a character that cannot be stored. */
export const nulCharacter = (where: string): Failure =>
  malformed('request.nul_character', `${where} holds the character U+0000. Leave it out.`)
const tooSlow = (): Failure => malformed('request.too_slow', 'The body did not come within a minute. Send it again.')
const tooLarge = (): Failure =>
  new Failure({ code: 'request.too_large', status: 413, message: 'The body is larger than 2 MB. Send less at once.' })
