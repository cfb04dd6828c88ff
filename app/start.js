import { fileURLToPath } from 'node:url'
import { buildWebIfNeeded } from './build-web.js'
import { installIfNeeded } from './install.js'
import { requireMachine } from './preflight.js'
import { runScript } from './run.js'

const folder = fileURLToPath(new URL('..', import.meta.url))

requireMachine(folder)
installIfNeeded(folder, { dev: false })
buildWebIfNeeded(folder)
const given = process.argv.slice(2)
await runScript(folder, 'app/main.ts', given[0] === 'demo' ? given : ['start', ...given])
