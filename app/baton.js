#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeOf } from './install.js'
import { runScript } from './run.js'

const folder = fileURLToPath(new URL('..', import.meta.url))

if (existsSync(nodeOf(folder))) {
  await runScript(folder, 'app/main.ts', process.argv.slice(2))
} else {
  console.error('Baton is not installed in this folder yet: run `npm start` here once.')
  process.exitCode = 1
}
