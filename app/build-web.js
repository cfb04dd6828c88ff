import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeOf } from './install.js'

const sources = ['app/build', 'docs/guide', 'app/web', 'features', 'languages', 'platform', 'ui', 'package-lock.json', 'vite.config.ts']
const serverOnly = new Set([
  'commands',
  'queries',
  'mail',
  'access',
  'access.ts',
  'routes',
  'routes.ts',
  'jobs.ts',
  'live.ts',
  'notices',
  'notices.ts',
  'postgres',
  'process',
  'sql',
  'testing',
])

/** Builds the web client into dist/web when what it is made of has changed. Ends this process with exit code 1 when that fails. */
export function buildWebIfNeeded(folder) {
  if (!existsSync(join(folder, 'vite.config.ts'))) return
  const stampFile = join(folder, 'dist', 'web-stamp')
  const stamp = hashOfSources(folder)
  if (existsSync(join(folder, 'dist', 'web')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.error('Building the pages.')
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(nodeOf(folder), [vite, 'build', '--logLevel', 'error'], { cwd: folder, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('The pages could not be built; the lines above say why.')
    process.exit(1)
  }
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function hashOfSources(folder) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(folder, source)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(folder, path) {
  if (!existsSync(join(folder, path))) return []
  const entries = listOrNull(join(folder, path))
  if (!entries) return [path]
  return entries.flatMap((name) => (serverOnly.has(name) || name.includes('.test.') ? [] : filesUnder(folder, `${path}/${name}`)))
}

function listOrNull(path) {
  try {
    return readdirSync(path).toSorted()
  } catch {
    return null
  }
}
