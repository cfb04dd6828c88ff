import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** Loaded before a test: reads one file (`of`) as it stands elsewhere (`with`). */
const parameters = new URL(import.meta.url).searchParams
const of = parameters.get('of')
const source = readFileSync(parameters.get('with') ?? '', 'utf8')

registerHooks({
  load: (url, context, next) => (url === of ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context)),
})
