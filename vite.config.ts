import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { chapters, guideScript } from './app/build/chapters.ts'
import { compress } from './app/build/compress.ts'
import { languageScript, languages } from './app/build/languages.ts'
import { preloadShell } from './app/build/preload-shell.ts'
import { release } from './app/build/release.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
// The first browsers with light-dark(), popover and field-sizing; nothing is rewritten for older ones.
const target = ['chrome125', 'edge125', 'firefox129', 'safari17.5']
const begun = /[/](app[/]web[/]start|platform[/](browser[/](speech|in-words)|text[/](reader|languages)))\.ts$|^\0(rolldown|vite)[/]/
const openedFirst = /[/](app[/]web[/]main|web[/]today-page)\.tsx$/

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

/** Whether a module runs before the first page shows anything: the shell and Today need it. */
function isOpenedFirst(id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (openedFirst.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return graph.getModuleInfo(id)?.importers.some((importer) => isOpenedFirst(importer, graph, seen)) ?? false
}

export default defineConfig({
  root: path('app/web'),
  plugins: [
    chapters(path('docs/guide')),
    languages({ folder: path('languages'), isFirst: isOpenedFirst }),
    preloadShell(),
    release({ worker: path('app/web/worker/main.ts'), target }),
    compress(),
  ],
  // Contracts build schemas, which only the server reads and speaks for: the browser gets their names and addresses.
  resolve: { alias: [{ find: /^zod$|^.*[/]refusal-texts\.ts$/, replacement: path('platform/contract/no-schemas.ts') }] },
  build: {
    outDir: path('dist/web'),
    emptyOutDir: true,
    target,
    assetsInlineLimit: 0,
    // One stylesheet, small as it is, spares the first page a request.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // The first page is three scripts: the one that chooses the language, the shell with all that Today needs, and Today.
          groups: [
            { name: (id) => (begun.test(id) ? 'start' : (languageScript(id) ?? guideScript(id))), debugName: 'start', priority: 3 },
            { name: (id, graph) => (isOpenedFirst(id, graph) ? 'shell' : null), debugName: 'shell', priority: 2 },
            { name: 'later', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
