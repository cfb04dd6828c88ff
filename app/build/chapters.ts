import { readFile } from 'node:fs/promises'
import markdown from 'markdown-it'

interface Chapter {
  readonly title: string
  readonly html: string
}

const parser = markdown({ html: false, typographer: false })

/** For Vite: makes a chapter of the guide, in Markdown, a module that holds its title and its text. */
export const chapters = {
  name: 'chapters',
  async load(id: string) {
    if (!id.endsWith('.md')) return null
    return { code: `export default ${JSON.stringify(chapterOf(await readFile(id, 'utf8')))}`, moduleType: 'js' as const }
  },
}

/** The first heading is the title. Links to other chapters lead to their pages; headings can be linked to. */
export function chapterOf(source: string): Chapter {
  const [, title = '', text = ''] = /^# (.+)\n+([\s\S]*)$/.exec(source) ?? []
  const html = parser
    .render(text)
    .replaceAll(/href="([a-z-]+)\.md(#[^"]*)?"/g, 'href="/help/$1$2"')
    .replaceAll(/<h2>(.*?)<\/h2>/g, (_, heading: string) => `<h2 id="${idOf(heading)}">${heading}</h2>`)
  return { title, html }
}

const idOf = (heading: string): string =>
  heading
    .replaceAll(/<[^>]+>/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
