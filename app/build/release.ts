import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Plugin, build } from 'vite'
import type { Release } from '../web/worker/scope.ts'

interface Building {
  /** The service worker's source. */
  readonly worker: string
  readonly target: readonly string[]
}

/**
 * Gives the built pages a name that changes with any of them, writes it into the page, and builds the service worker for them as `sw.js`: a script of its
 * own, which knows the files that belong together.
 */
export function release(building: Building): Plugin {
  let folder = ''
  return {
    name: 'release',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    closeBundle: {
      order: 'pre',
      sequential: true,
      handler: async () => {
        const page = join(folder, 'index.html')
        const html = await readFile(page, 'utf8')
        const made = releaseOf(html, await readdir(join(folder, 'assets')))
        await writeFile(page, html.replace('</head>', `  <meta name="baton-release" content="${made.id}" />\n  </head>`))
        await buildWorker({ ...building, folder, release: made })
      },
    },
  }
}

const ofLanguage = /^\/assets\/([a-z]{2})-(?:first|rest|guide)-/

function releaseOf(html: string, names: readonly string[]): Release {
  const files = names.map((name) => `/assets/${name}`).toSorted()
  const hash = createHash('sha256').update([html, ...files].join('\n'))
  const isFirst = (file: string): boolean => html.includes(file)
  const spoken = files.flatMap((file) => ofLanguage.exec(file)?.[1] ?? [])
  return {
    id: hash.digest('hex').slice(0, 16),
    first: files.filter(isFirst),
    later: files.filter((file) => !isFirst(file) && !ofLanguage.test(file)),
    languages: Object.fromEntries(spoken.map((language) => [language, files.filter((file) => ofLanguage.exec(file)?.[1] === language)])),
  }
}

async function buildWorker({ worker, target, folder, release }: Building & { folder: string; release: Release }): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { RELEASE: JSON.stringify(release) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: [...target],
      rolldownOptions: { input: worker, output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false } },
    },
  })
}
