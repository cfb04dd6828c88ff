type Ending = () => Promise<void> | void

interface Options {
  /** How long ending everything may take, in milliseconds. */
  readonly timeoutMs: number
  /** Told of every error that nothing caught; Baton then stops, because it no longer knows its own state. */
  readonly onFault: (error: unknown) => void
}

interface Outcome {
  readonly code: number
  readonly failure?: { readonly error: unknown }
}

const PARENT_LOOK_EVERY = 250

/**
 * Starts all parts, waits for a reason to stop (a signal, the end of the process that started us, a fault), then ends what was handed to
 * `whenStopping`, last first. Returns the exit code: 0, or 1 after a fault; when ending takes too long, the process ends with 1 at once.
 * What `start` throws is thrown once everything has ended.
 */
export async function runUntilStopped(start: (whenStopping: (end: Ending) => void) => Promise<void>, options: Options): Promise<number> {
  const endings: Ending[] = []
  const reason = reasonToStop(options.onFault)
  const started = start((end) => endings.push(end))
  const outcome = await Promise.race([reason.promise, started.then(() => reason.promise, failed)])
  reason.settle(outcome)
  // Not cleared: what keeps this process alive after all has ended does so no longer than this.
  setTimeout(() => process.exit(outcome.code || 1), options.timeoutMs).unref()
  await started.catch(() => {})
  await endAll(endings, options.onFault)
  if (outcome.failure) throw outcome.failure.error
  return outcome.code
}

const failed = (error: unknown): Outcome => ({ code: 1, failure: { error } })

function reasonToStop(onFault: (error: unknown) => void): { promise: Promise<Outcome>; settle(outcome: Outcome): void } {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const parent = process.ppid
  // npm passes signals on but cannot when it is killed itself. Looking also keeps this process alive while nothing else does.
  const looking = setInterval(() => process.env['npm_lifecycle_event'] && process.ppid !== parent && settle({ code: 0 }), PARENT_LOOK_EVERY)
  const settle = (outcome: Outcome): void => {
    clearInterval(looking)
    resolve(outcome)
  }
  // Ctrl+C reaches us from the terminal and once more through npm, so what follows the first signal is ignored.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, () => settle({ code: 0 }))
  for (const name of ['uncaughtException', 'unhandledRejection']) {
    process.on(name, (error: unknown) => {
      onFault(error)
      settle({ code: 1 })
    })
  }
  process.channel?.unref()
  return { promise, settle }
}

async function endAll(endings: readonly Ending[], onFault: (error: unknown) => void): Promise<void> {
  for (const end of endings.toReversed()) {
    try {
      await end()
    } catch (error) {
      onFault(error)
    }
  }
}
