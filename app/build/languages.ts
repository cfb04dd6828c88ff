import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Translations } from '../../platform/text/reader.ts'

interface Languages {
  /** Where the translations are: a folder for each language. */
  readonly folder: string
  /** Whether a module runs before the first page shows anything. */
  isFirst(id: string, graph: Graph): boolean
}

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

const NAME = 'virtual:languages/'
/** Refusals are spoken by the server alone. */
const SERVERS = 'refusals.json'
const catalogue = /\bdefineTexts\(\s*['"]([a-z-]+)['"]/g
const fetched = /\bimport\((\s*(?:\/\*.*?\*\/\s*)?['"](?![^'"]*(?:\/main\.tsx|\/today-page\.tsx|virtual:|#platform\/))[^'"]+['"]\s*)\)/g

/**
 * Makes the scripts of each language: one with the texts of the first page, one with all others. What is fetched after the first page waits for the
 * latter, so that nothing is said before its words are there.
 */
export function languages({ folder, isFirst }: Languages): Plugin {
  const places = new Map<string, string>()
  const read = new Map<string, Promise<Translations>>()
  const textsOf = (language: string): Promise<Translations> => {
    const known = read.get(language) ?? readLanguage(join(folder, language))
    read.set(language, known)
    return known
  }
  let isBuilt = false
  return {
    name: 'languages',
    configResolved: ({ command }) => {
      isBuilt = command === 'build'
    },
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    load: async (id) => {
      const [language, part] = partOf(id) ?? []
      if (language === undefined) return null
      if (isBuilt) return `export const texts = JSON.parse("${markOf(`${language}/${part}`)}")`
      return `export const texts = ${part === 'first' ? JSON.stringify(await textsOf(language)) : '{}'}`
    },
    transform: (code, id) => {
      if (!/\.tsx?$/.test(id) || id.includes('node_modules')) return null
      for (const [, name = ''] of code.matchAll(catalogue)) places.set(name, id)
      if (!isBuilt || id.includes('/platform/') || code.search(fetched) === -1) return null
      return `import { inWords } from '#platform/browser/in-words.ts'\n${code.replaceAll(fetched, 'inWords(() => import($1))')}`
    },
    // What runs first is known when all modules are.
    async renderChunk(code) {
      const marks = [...code.matchAll(/["'`]TEXTS OF ([a-z]+)\/(first|rest)["'`]/g)]
      if (marks.length === 0) return null
      let filled = code
      for (const [mark, language = '', part] of marks) {
        const texts = Object.entries(await textsOf(language)).filter(([name]) => {
          const place = places.get(name)
          return place !== undefined && isFirst(place, this) === (part === 'first')
        })
        filled = filled.replace(mark, () => JSON.stringify(JSON.stringify(Object.fromEntries(texts))))
      }
      return filled
    },
  }
}

/** The name of the script that a module of a language goes into: `de-first`. */
export const languageScript = (id: string): string | null => partOf(id)?.join('-') ?? null

function partOf(id: string): [language: string, part: string] | null {
  const [, language, part] = /^\0virtual:languages\/([a-z]+)\/(first|rest)$/.exec(id) ?? []
  return language && part ? [language, part] : null
}

const markOf = (what: string): string => `TEXTS OF ${what}`

async function readLanguage(folder: string): Promise<Translations> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== SERVERS).toSorted()
  const parts = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Translations))
  return Object.assign({}, ...parts) as Translations
}
