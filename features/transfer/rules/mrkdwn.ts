import { fenced, lineOf } from './markdown.ts'
import { codeText, type Inline, inlineOf, type Names, textOf } from './mrkdwn-inline.ts'

interface Item {
  readonly level: number
  /** Its number, or null for a bullet. */
  readonly number: number | null
  readonly line: readonly Inline[]
}

/** A part of a message that stands by itself. */
export type Block =
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'list'; readonly items: readonly Item[] }
  | { readonly type: 'lines'; readonly lines: readonly (readonly Inline[])[] }

const bullet = /^(\s*)(?:[•◦▪‣⁃]\uFE0E?|[-*])\s+(\S.*)$/u
const numbered = /^(\s*)(0|[1-9]\d{0,8})\.\s+(\S.*)$/u
const quoted = /^\s*(?:&gt;|>)\s?/
const DEEPEST = 5

/** The parts of a message in Slack's mrkdwn. Never throws; what is no mark is text. */
export function blocksOf(mrkdwn: string, names: Names): Block[] {
  const text = mrkdwn.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').toWellFormed()
  return text.split(/```([\s\S]+?)```/).flatMap((part, index): Block[] => {
    if (index % 2 === 0) return textBlocks(part.split('\n'), names, 0)
    return part.trim() === '' ? [] : [{ type: 'code', text: codeText(part.replace(/^\n/, '').trimEnd(), names) }]
  })
}

/** The parts of a message as Markdown. */
export function markdownOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(markdownOfBlock).join('\n\n')
}

/** The first line of a message that says something, without its marks. */
export function firstLineOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap(plainLines)
  return lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? lines.find((line) => line !== '') ?? ''
}

function plainLines(block: Block): string[] {
  if (block.type === 'code') return block.text.split('\n').map(oneLine)
  if (block.type === 'quote') return block.blocks.flatMap(plainLines)
  const lines = block.type === 'list' ? block.items.map(({ line }) => line) : block.lines
  return lines.map((line) => oneLine(line.map(textOf).join('')))
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function markdownOfBlock(block: Block): string {
  if (block.type === 'code') return fenced(block.text)
  if (block.type === 'quote')
    return markdownOfBlocks(block.blocks)
      .replaceAll(/^(?=.)/gm, '> ')
      .replaceAll(/^$/gm, '>')
  if (block.type === 'lines') return block.lines.map(lineOf).filter(Boolean).join('  \n')
  const marked = ({ level, number, line }: Item): string => `${'    '.repeat(level)}${number === null ? '-' : `${number}.`} ${lineOf(line)}`
  return block.items.map(marked).join('\n')
}

function textBlocks(lines: readonly string[], names: Names, depth: number): Block[] {
  const blocks: Block[] = []
  let place = 0
  while (place < lines.length) {
    const line = lines[place] ?? ''
    const all = depth < DEEPEST && /^\s*(?:&gt;|>){3}/.test(line)
    if (all || (depth < DEEPEST && quoted.test(line))) {
      const end = all ? lines.length : endOf(lines, place, (each) => quoted.test(each))
      const inner = lines
        .slice(place, end)
        .map((each, index) => (all && index === 0 ? each.replace(/^\s*(?:&gt;|>){3}\s?/, '') : all ? each : each.replace(quoted, '')))
      blocks.push({ type: 'quote', blocks: textBlocks(inner, names, depth + 1) })
      place = end
    } else if (line.trim() === '') place += 1
    else {
      const list = listAt(lines, place, { names, before: blocks.at(-1) })
      const end = list.length > 0 ? place + list.length : endOf(lines, place + 1, (each) => isPlain(each, depth))
      if (list.length > 0) blocks.push({ type: 'list', items: list })
      else blocks.push({ type: 'lines', lines: lines.slice(place, end).map((each) => inlineOf(each.trim(), names)) })
      place = end
    }
  }
  return blocks.filter((block) => block.type !== 'quote' || block.blocks.length > 0)
}

const isPlain = (line: string, depth: number): boolean =>
  line.trim() !== '' && !bullet.test(line) && !numbered.test(line) && (depth >= DEEPEST || !quoted.test(line))

function endOf(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && belongs(lines[end] ?? '')) end += 1
  return end
}

/** The items of a list that begins at this line: numbers that would be counted otherwise than they were written are no list. */
function listAt(lines: readonly string[], from: number, { names, before }: { names: Names; before: Block | undefined }): Item[] {
  const items: Item[] = []
  const last: (number | null)[] = []
  if (before?.type === 'list') last[0] = before.items.findLast(({ level }) => level === 0)?.number ?? null
  for (const line of lines.slice(from)) {
    const count = numbered.exec(line)
    const found = count ?? bullet.exec(line)
    if (!found) break
    const number = count ? Number(count[2]) : null
    const level = Math.min(
      Math.floor((found[1] ?? '').replaceAll('\t', '    ').length / 4),
      items.length === 0 ? 0 : (items.at(-1)?.level ?? 0) + 1,
      DEEPEST,
    )
    const previous = last[level]
    if (number !== null && typeof previous === 'number' && number !== previous + 1) break
    last.length = level
    last[level] = number
    items.push({ level, number, line: inlineOf((count ? count[3] : found[2]) ?? '', names) })
  }
  return items
}
