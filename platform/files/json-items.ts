import type { Said } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** A text that is no JSON list, or one with an item beyond all measure, in words for whoever gave it. */
export class NotAList extends Error {
  readonly say: Said

  constructor(say: Said) {
    super(say())
    this.say = say
  }
}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = Array.from('"\\,[]{}', (sign) => sign.charCodeAt(0))
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const BYTE_ORDER_MARK = /^\uFEFF/
const LARGEST = 4 * 1024 * 1024

/**
 * The items of a JSON list as texts, one at a time while the bytes come, so that a list of any length needs no more room than its largest item.
 * What an item holds is not looked at. Throws `NotAList` where the list does not begin, does not end, or an item is larger than 4 MB.
 */
export async function* jsonItems(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  let size = 0
  let [depth, inText, afterBackslash, begun] = [0, false, false, false]
  const keep = (part: Buffer): void => {
    size += part.length
    if (size > LARGEST) throw new NotAList(() => refusalText('itemTooLarge'))
    parts.push(part)
  }
  const taken = (): string => {
    const text = Buffer.concat(parts).toString('utf8').trim()
    parts = []
    size = 0
    return text
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place] ?? 0
      if (!begun) {
        if (isSpace(byte) || byte >= 0x80) continue
        if (byte !== OPEN_LIST) throw new NotAList(() => refusalText('noList'))
        ;[begun, depth, from] = [true, 1, place + 1]
      } else if (inText) {
        if (afterBackslash) afterBackslash = false
        else if (byte === BACKSLASH) afterBackslash = true
        else if (byte === QUOTE) inText = false
      } else if (byte === QUOTE) inText = depth > 0
      else if (byte === OPEN || byte === OPEN_LIST) depth += 1
      else if (byte === CLOSE || byte === CLOSE_LIST || (byte === COMMA && depth === 1)) {
        if (byte !== COMMA) depth -= 1
        if (depth > (byte === COMMA ? 1 : 0)) continue
        keep(chunk.subarray(from, place))
        from = place + 1
        const text = taken().replace(BYTE_ORDER_MARK, '')
        if (text !== '') yield text
        if (depth === 0) return
      }
    }
    if (begun) keep(chunk.subarray(from))
  }
  throw new NotAList(() => refusalText(begun ? 'cutOff' : 'empty'))
}
