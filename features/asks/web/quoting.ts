import type { Post } from '../contract/threads.ts'
import { addressOf } from './post-menu.ts'
import { t } from './post-texts.ts'

/** A text as a quote in Markdown, with a link to the post it is from. */
export function quoteOf(post: Pick<Post, 'seq' | 'author'>, { number, text }: { number: number; text: string }): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
  return `${lines.join('\n')}\n>\n> [${t('quoted', { name: plain(post.author.name) })}](${addressOf(number, post)})\n\n`
}

/** Behind what is written already, apart from it. */
export function withQuote(body: string, quote: string): string {
  return body.trim() === '' ? quote : `${body.trimEnd()}\n\n${quote}`
}

const LONGEST = 160

/** The beginning of a text, on one line and without its signs, by which somebody knows it again. */
export function beginningOf(markdown: string): string {
  const line = markdown
    .replaceAll(/```|[*_`>#|]|^[-+] /gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** What is selected within one post: its text, and the id of the post; null when that is nothing, or in several. */
export function selectedInPost(): { readonly postId: string; readonly text: string } | null {
  const selection = document.getSelection()
  const text = selection?.toString().trim() ?? ''
  const [from, to] = [postAt(selection?.anchorNode), postAt(selection?.focusNode)]
  return text !== '' && from !== null && from === to ? { postId: from, text } : null
}

function postAt(node: Node | null | undefined): string | null {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest('.read') ? (element.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? null) : null
}

/** Brackets would end the words of a link. */
const plain = (name: string): string => name.replaceAll(/[[\]\\]/g, '')
