import type { Log } from '#platform/http/app.ts'

const POLL = 250
const AFTER_FAILURE = 1000

export interface Turns {
  start(): void
  /** Begins the next turn at once, or right behind the one that runs. */
  wake(): void
  /** Resolves when the turn that runs has ended and no other follows. */
  end(): Promise<void>
}

interface Manner {
  readonly log: Log
  /** Set before `end`, so that the turn itself can hurry. */
  readonly stopping: { readonly yes: boolean }
}

/** Does something again and again: four times a second, sooner when woken, a little later after a failure. */
export function turns(turn: () => Promise<void>, { log, stopping }: Manner): Turns {
  let running: Promise<void> = Promise.resolve()
  let rouse: () => void = () => {}
  let woken = false

  async function loop(): Promise<void> {
    while (!stopping.yes) {
      woken = false
      const wait = await turn().then(
        () => POLL,
        (error: unknown) => {
          if (!stopping.yes) log.error({ err: error }, 'the worker failed and begins again')
          return AFTER_FAILURE
        },
      )
      if (!stopping.yes && !woken) await new Promise<void>((resolve) => sleep(resolve, wait))
    }
  }

  function sleep(resolve: () => void, milliseconds: number): void {
    const timer = setTimeout(resolve, milliseconds)
    rouse = () => {
      clearTimeout(timer)
      resolve()
    }
  }

  return {
    start: () => {
      running = loop()
    },
    wake: () => {
      woken = true
      rouse()
    },
    end: () => {
      rouse()
      return running
    },
  }
}
