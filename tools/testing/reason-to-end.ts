const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']
const PARENT_LOOK_EVERY = 250

/** Aborted when the run has to end early: a signal, the end of the process that started it, or too long a time in milliseconds. */
export function reasonToEnd(longest: number): AbortSignal {
  const controller = new AbortController()
  const parent = process.ppid
  const end = (): void => controller.abort()
  for (const name of signals) process.on(name, end)
  setTimeout(end, longest).unref()
  setInterval(() => process.ppid !== parent && end(), PARENT_LOOK_EVERY).unref()
  return controller.signal
}
