const code = /(```|~~~)[\s\S]*?(?:\1|$)|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)/g
const quotation = /^ {0,3}>.*$/gm
const address = /<?\bhttps?:\/\/[^\s<>)\]]+>?/gi

/** What somebody says in a Markdown text in their own words: without code, what they quote, and addresses. */
export function proseOf(body: string): string {
  return body.replaceAll(code, ' ').replaceAll(quotation, ' ').replaceAll(address, ' ')
}

/** Whether a text brings something to look at: an address, another thread, a quotation, code, or a list. */
export function hasMaterial(body: string): boolean {
  return [code, quotation, address, reference, list].some((pattern) => body.search(pattern) >= 0)
}

/** Whether a text is nothing but addresses and threads. */
export function isOnlyLinks(body: string): boolean {
  const rest = body.replaceAll(address, ' ').replaceAll(reference, ' ')
  return rest !== body && !/[\p{L}\p{N}]/u.test(rest)
}

const reference = /(?<![\p{L}\p{N}_#&/])#\d+\b/gu
/** Two points or more. */
const list = /^\s*(?:[-*+]|\d+[.)])\s.*\n+\s*(?:[-*+]|\d+[.)])\s/gm
