import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

const module = new URL('./lifecycle.ts', import.meta.url).href

interface Started {
  readonly child: ChildProcessByStdio<null, Readable, null>
  readonly ended: Promise<{ code: number | null; output: string[] }>
}

/** A process whose parts are what `body` makes of `whenStopping`; ready when it has written a line. */
async function processOf(body: string, timeoutMs = 5_000): Promise<Started> {
  const script = `
    import { runUntilStopped } from ${JSON.stringify(module)}
    const start = async (whenStopping) => { ${body}; console.log('started') }
    const onFault = (error) => console.log('fault: ' + error.message)
    runUntilStopped(start, { timeoutMs: ${timeoutMs}, onFault }).then((code) => { process.exitCode = code }, (error) => {
      console.log('failed: ' + error.message)
      process.exitCode = 1
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  }) as Started['child']
  const output = text(child.stdout)
  const exited = once(child, 'exit')
  const ended = Promise.all([exited, output]).then(([[code], written]) => ({ code, output: written.trim().split('\n') }))
  await Promise.race([once(child.stdout, 'data'), exited])
  return { child, ended }
}

const part = (name: string): string => `whenStopping(() => console.log('ended ${name}'))`

test('a signal ends what was started, last first, and the exit code is 0', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const { child, ended } = await processOf(`${part('database')}; ${part('server')}`)
    child.kill(signal)
    assert.deepEqual(await ended, { code: 0, output: ['started', 'ended server', 'ended database'] })
  }
})

test('a signal that comes again while everything ends changes nothing', async () => {
  const slow = `whenStopping(async () => {
    console.log('ending')
    const waiting = setInterval(() => {}, 1_000)
    await new Promise((resolve) => process.once('SIGINT', resolve))
    clearInterval(waiting)
    console.log('ended')
  })`
  const { child, ended } = await processOf(slow)
  child.kill('SIGTERM')
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  assert.deepEqual(await ended, { code: 0, output: ['started', 'ending', 'ended'] })
})

test('the end of the process that started it ends it', async () => {
  const { child, ended } = await processOf(part('server'))
  child.disconnect()
  assert.deepEqual(await ended, { code: 0, output: ['started', 'ended server'] })
})

test('an end that takes too long is not waited for', async () => {
  const { child, ended } = await processOf(`whenStopping(() => new Promise(() => setInterval(() => {}, 1_000)))`, 200)
  child.kill('SIGTERM')
  assert.equal((await ended).code, 1)
})

test('an end that fails is told, and the others are still ended', async () => {
  const { child, ended } = await processOf(`${part('database')}; whenStopping(() => { throw new Error('server') })`)
  child.kill('SIGTERM')
  assert.deepEqual(await ended, { code: 0, output: ['started', 'fault: server', 'ended database'] })
})

test('a start that fails ends what had started, and its error is thrown', async () => {
  const { ended } = await processOf(`${part('database')}; throw new Error('no port')`)
  assert.deepEqual(await ended, { code: 1, output: ['ended database', 'failed: no port'] })
})

test('an error that nothing caught is told, ends everything, and the exit code is 1', async () => {
  const { ended } = await processOf(`${part('database')}; setTimeout(() => { throw new Error('bug') })`)
  assert.deepEqual(await ended, { code: 1, output: ['started', 'fault: bug', 'ended database'] })
})
