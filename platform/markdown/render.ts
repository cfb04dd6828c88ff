import type { Token } from 'markdown-it'
import { addressOf } from './addresses.ts'
import { parser } from './parser.ts'

/** What a text becomes: HTML that holds names and numbers only as they were written, and which they are. */
export interface Rendered {
  readonly html: string
  readonly names: readonly string[]
  readonly numbers: readonly number[]
}

/** Tags that may be made, each with the attributes it may carry. Whatever is not here is left out, its text kept. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  hr: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: [],
  pre: [],
  code: ['class'],
  em: [],
  strong: [],
  s: [],
  a: ['href', 'title', 'rel', 'data-name', 'data-number'],
  input: ['type', 'disabled', 'checked'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['class'],
  td: ['class'],
}

/** Renders Markdown through the allow-list. Links go to http, https and mailto only; images become links. */
export function renderMarkdown(source: string): Rendered {
  const tokens = parser.parse(source, {})
  const seen = nothingSeen()
  const html = tokens.map((token) => blockHtml(token, seen)).join('')
  return { html, names: [...seen.names], numbers: [...seen.numbers] }
}

/** The names and numbers a text refers to, each once, in order. */
export function referencesIn(source: string): Pick<Rendered, 'names' | 'numbers'> {
  if (!/[@#]/.test(source)) return { names: [], numbers: [] }
  const seen = nothingSeen()
  for (const token of parser.parse(source, {})) {
    for (const child of token.children ?? []) note(child, seen)
  }
  return { names: [...seen.names], numbers: [...seen.numbers] }
}

interface Seen {
  readonly names: Set<string>
  readonly numbers: Set<number>
  count: number
}

const nothingSeen = (): Seen => ({ names: new Set(), numbers: new Set(), count: 0 })

/** What is made of a text is no many times longer than the text. */
const MOST_REFERENCES = 500

/** Whether this is a reference that counts: beyond so many they are only words. */
function note({ type, info }: Token, seen: Seen): boolean {
  if (type !== 'name_reference' && type !== 'number_reference') return false
  seen.count += 1
  if (seen.count > MOST_REFERENCES) return false
  if (type === 'name_reference') seen.names.add(info)
  else seen.numbers.add(Number(info))
  return true
}

function blockHtml(token: Token, seen: Seen): string {
  if (token.hidden) return ''
  if (token.type === 'inline') return inlineHtml(token.children ?? [], seen)
  if (token.type === 'fence') return codeBlock(token.content, token.info)
  if (token.type === 'code_block') return codeBlock(token.content, '')
  return tagHtml(token) + (token.block && token.nesting <= 0 ? '\n' : '')
}

/** Links that lead nowhere allowed are left out, and with them their end. */
function inlineHtml(tokens: readonly Token[], seen: Seen): string {
  const links: boolean[] = []
  return tokens
    .map((token) => {
      if (token.type === 'link_open') {
        const href = addressOf(attribute(token, 'href'))
        links.push(href !== null)
        return href === null ? '' : open('a', linkAttributes(href, attribute(token, 'title')))
      }
      if (token.type === 'link_close') return links.pop() ? '</a>' : ''
      return leafHtml(token, { seen, inLink: links.includes(true) })
    })
    .join('')
}

function leafHtml(token: Token, { seen, inLink }: { seen: Seen; inLink: boolean }): string {
  switch (token.type) {
    case 'text':
      return escapeHtml(token.content)
    case 'name_reference':
    case 'number_reference':
      return note(token, seen) ? referenceHtml(token) : escapeHtml(token.content)
    case 'code_inline':
      return `<code>${escapeHtml(token.content)}</code>`
    case 'image':
      return imageHtml(token, inLink)
    case 'softbreak':
      return '\n'
    case 'hardbreak':
      return '<br>\n'
    case 'task_box':
      return open('input', { type: 'checkbox', disabled: '', ...(token.info === 'done' ? { checked: '' } : {}) })
    default:
      return token.tag ? tagHtml(token) : escapeHtml(token.content)
  }
}

/** Nothing is fetched from elsewhere by looking at a text: a picture is a link to itself. */
function imageHtml(token: Token, inLink: boolean): string {
  const href = addressOf(attribute(token, 'src'))
  const label = escapeHtml(token.content.trim() || href || '')
  return href === null || inLink ? label : `${open('a', linkAttributes(href, attribute(token, 'title')))}${label}</a>`
}

function referenceHtml({ type, info, content }: Token): string {
  const attributes =
    type === 'name_reference' ? { href: `/people/${info}`, 'data-name': info } : { href: `/threads/${info}`, 'data-number': info }
  return `${open('a', attributes)}${escapeHtml(content)}</a>`
}

function linkAttributes(href: string, title: string | null): Record<string, string> {
  return { href, ...(title ? { title } : {}), rel: 'noopener nofollow' }
}

function codeBlock(content: string, info: string): string {
  const language = /^[\w+#.-]{1,40}/.exec(info.trim())?.[0]
  return `<pre>${open('code', language ? { class: `language-${language}` } : {})}${escapeHtml(content)}</code></pre>\n`
}

function tagHtml(token: Token): string {
  if (token.nesting < 0) return Object.hasOwn(allowed, token.tag) ? `</${token.tag}>` : ''
  const align = /text-align:\s*(left|center|right)/.exec(attribute(token, 'style') ?? '')?.[1]
  const start = attribute(token, 'start')
  return open(token.tag, { ...(align ? { class: `align-${align}` } : {}), ...(start && /^\d{1,9}$/.test(start) ? { start } : {}) })
}

function attribute(token: Token, name: string): string | null {
  const value = token.attrGet(name)
  return value === null ? null : String(value)
}

function open(tag: string, attributes: Readonly<Record<string, string>>): string {
  const may = Object.hasOwn(allowed, tag) ? allowed[tag] : undefined
  if (!may) return ''
  const kept = Object.entries(attributes).filter(([name]) => may.includes(name))
  return `<${tag}${kept.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`)).join('')}>`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
