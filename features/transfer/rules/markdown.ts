import { type Inline, textOf } from './mrkdwn-inline.ts'

const marks = { strong: '**', em: '*', struck: '~~' } as const
/** As Markdown sees it, which looks at half a surrogate pair as at a letter. */
const isOpenSide = (sign: string): boolean => sign === '' || /[\s\p{P}\p{S}]/u.test(sign)

/** Pieces of a line as Markdown that reads as they do. */
export function markdownOf(pieces: readonly Inline[]): string {
  const written = pieces.map(writtenPiece)
  return pieces
    .map((piece, index) => {
      const text = written[index] ?? ''
      const [before, after] = [written[index - 1] ?? '', written[index + 1] ?? '']
      if (piece.type === 'strong' || piece.type === 'em' || piece.type === 'struck') {
        return mayStand(markdownOf(piece.children), before.at(-1) ?? '', after[0] ?? '') ? text : markdownOf(piece.children)
      }
      // Letters right behind a name would become part of it.
      if (piece.type === 'person' && /^[._-]*[a-z0-9]/i.test(after)) return `${text}\u2060`
      return text.endsWith('!') && after.startsWith('[') ? `${text.slice(0, -1)}\\!` : text
    })
    .join('')
}

function writtenPiece(piece: Inline): string {
  if (piece.type === 'text') return escaped(piece.text)
  if (piece.type === 'code') return code(piece.text)
  if (piece.type === 'person') return textOf(piece)
  if (piece.type === 'link') return link(piece)
  return `${marks[piece.type]}${markdownOf(piece.children)}${marks[piece.type]}`
}

/** Whether marks around this are taken as marks between these neighbours. */
function mayStand(inner: string, before: string, after: string): boolean {
  if (inner === '' || /^\s|\s$/.test(inner)) return false
  const [first, last] = [inner[0] ?? '', inner.at(-1) ?? '']
  return (!isOpenSide(first) || isOpenSide(before)) && (!isOpenSide(last) || isOpenSide(after))
}

/** Text in which nothing means anything but itself. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*[\]<~]|&(?=#?\w{1,31};)|@(?=[a-z0-9])|#(?=\d)/gi, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
}

function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1)
  const inner = /^`|`$|^\s.*\s$/.test(text) && text.trim() !== '' ? ` ${text} ` : text
  return `${ticks}${inner}${ticks}`
}

function link({ href, label }: { href: string; label: string }): string {
  const plain = href.replace(/^mailto:/i, '')
  if (!URL.canParse(href)) return escaped(label)
  if (label === plain && /^[^\s<>]+$/.test(label)) return `<${label}>`
  return `[${escaped(label)}](${destination(href)})`
}

const destination = (href: string): string =>
  /^[\w.~:/?#@!$*+,;=%-]+$/.test(href)
    ? href
    : `<${href.replaceAll(/[\s<>\\]/g, encodeURIComponent).replaceAll(/&(?=#?\w{1,31};)/g, '&amp;')}>`

/** Code on lines of its own, in a fence longer than any within. */
export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text}\n${fence}`
}

const longestRun = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))

/** A line as it stands in a paragraph or a list: what would begin a heading, a list, a rule or a table there is only text. */
export function lineOf(pieces: readonly Inline[]): string {
  const line = markdownOf(pieces).trim()
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (numbered) return `${numbered[1]}\\${line.slice(numbered[1]?.length ?? 0)}`
  return /^(#{1,6}(\s|$)|>|[-+](\s|$)|[-=|:\s]+$)/.test(line) && line !== '' ? `\\${line}` : line
}
