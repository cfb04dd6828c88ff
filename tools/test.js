import { fileURLToPath } from 'node:url'
import { installIfNeeded } from '../app/install.js'
import { requireMachine } from '../app/preflight.js'
import { runScript } from '../app/run.js'

const folder = fileURLToPath(new URL('..', import.meta.url))

requireMachine(folder)
installIfNeeded(folder, { dev: true })
await runScript(folder, 'tools/run-tests.ts', process.argv.slice(2))
