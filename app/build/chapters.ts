import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import markdown from 'markdown-it'
import type { Plugin } from 'vite'
import type { Chapter, Guide } from '../web/guide.ts'

const NAME = 'virtual:guide/'
const parser = markdown({ html: false, typographer: false })

/** For Vite: makes the guide of each language, Markdown in this folder and those below it, a module: `virtual:guide/de`. */
export function chapters(folder: string): Plugin {
  return {
    name: 'chapters',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    async load(id) {
      const language = languageOf(id)
      return language && `export const guide = ${JSON.stringify(await readGuide(folder, language))}`
    },
  }
}

/** The name of the script that the guide of a language goes into: `de-guide`. */
export function guideScript(id: string): string | null {
  const language = languageOf(id)
  return language && `${language}-guide`
}

/** All chapters of a language by their names. English stands in the folder itself. */
export async function readGuide(folder: string, language: string): Promise<Guide> {
  const own = language === 'en' ? folder : join(folder, language)
  const files = (await readdir(own)).filter((name) => name.endsWith('.md')).toSorted()
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [basename(file, '.md'), chapterOf(await readFile(join(own, file), 'utf8'))] as const)),
  )
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

const languageOf = (id: string): string | null => /^\0virtual:guide\/([a-z]{2})$/.exec(id)?.[1] ?? null

const idOf = (heading: string): string =>
  heading
    .replaceAll(/<[^>]+>/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
