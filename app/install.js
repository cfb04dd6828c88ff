import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Installs the packages of package-lock.json when they are not there, or are others. With `dev`, also those for working on Baton.
 * Ends this process with exit code 1 when that fails.
 */
export function installIfNeeded(folder, { dev }) {
  if (isInstalled(folder, { dev })) return
  console.error('Installing what Baton needs; this takes a minute the first time.')
  const { status, signal } = runNpm(
    folder,
    ['ci', dev ? '--include=dev' : [], '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'].flat(),
  )
  if (status === 0 && isInstalled(folder, { dev })) return
  console.error(signal ? 'The installation was interrupted.' : 'The packages could not be installed; the lines above say why.')
  process.exit(1)
}

/** Whether node_modules holds what package-lock.json names, as npm wrote it down itself. */
export function isInstalled(folder, { dev }) {
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'))
  if (!present || !existsSync(nodeOf(folder))) return false
  return Object.entries(wanted || {}).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return Boolean(entry.optional || entry.devOptional || (entry.dev && !dev))
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** The Node that Baton runs on, installed with it. */
export const nodeOf = (folder) => join(folder, 'node_modules', '.bin', 'node')

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function runNpm(folder, args) {
  const script = process.env.npm_execpath
  const byScript = script && basename(script) === 'npm-cli.js'
  const [command, ...first] = byScript ? [process.execPath, script] : ['npm']
  const result = spawnSync(command, [...first, ...args], { cwd: folder, stdio: ['ignore', 2, 2] })
  if (result.error) console.error(`npm could not be run (${result.error.message}): install it, it comes with Node.js.`)
  return result
}
