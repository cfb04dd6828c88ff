import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { nodeOf } from './install.js'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a script of this folder on the Node that comes with Baton: in this process when that is it, else in one of its own that gets our signals. */
export async function runScript(folder, script, args) {
  const node = realpathSync(nodeOf(folder))
  const file = join(folder, script)
  // What the types were taken out of is kept, so that the next start need not do it again; where it cannot be kept, it is done each time.
  const compiled = join(folder, 'node_modules', '.cache', 'compiled')
  if (realpathSync(process.execPath) === node) {
    module.enableCompileCache(compiled)
    process.argv = [process.execPath, file, ...args]
    await import(file)
    return
  }
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  const child = spawn(node, [...process.execArgv, file, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  whenParentEnds(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(`The Node that comes with Baton could not be run: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15) : code)
  })
}

/** npm passes signals on but cannot when it is killed itself: what it started then ends by itself. */
function whenParentEnds(act) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && act(), 250).unref()
}
