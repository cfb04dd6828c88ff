/** One open stream. */
export interface Listener {
  readonly workspaceId: number
  readonly personId: string
  /** The session or token it was opened with: it ends with that. */
  readonly identityId: string
  /** Says which keys changed, up to a position in the order of the workspace. False when the stream cannot take it: it is then closed. */
  send(keys: readonly string[], position: number): boolean
  close(): void
}

/** Who listens in this process, and the way to tell them. */
export interface Live {
  /** Adds a listener; the person's oldest stream closes when they have too many. Returns what ends it. */
  open(listener: Listener): () => void
  /** Everybody who listens in this workspace, each once. */
  people(workspaceId: number): string[]
  tell(workspaceId: number, keysOf: ReadonlyMap<string, Iterable<string>>, position: number): void
  /** Closes the streams for which this holds. */
  end(which: (listener: Listener) => boolean): void
}

const MOST_PER_PERSON = 10

export function createLive(): Live {
  const listeners = new Set<Listener>()

  function drop(listener: Listener): void {
    if (listeners.delete(listener)) listener.close()
  }

  return {
    open(listener) {
      const own = [...listeners].filter(
        ({ workspaceId, personId }) => workspaceId === listener.workspaceId && personId === listener.personId,
      )
      for (const old of own.slice(0, Math.max(0, own.length + 1 - MOST_PER_PERSON))) drop(old)
      listeners.add(listener)
      return () => drop(listener)
    },
    people: (workspaceId) => [...new Set([...listeners].filter((one) => one.workspaceId === workspaceId).map(({ personId }) => personId))],
    tell(workspaceId, keysOf, position) {
      for (const listener of listeners) {
        const keys = listener.workspaceId === workspaceId ? keysOf.get(listener.personId) : undefined
        if (keys && !listener.send([...keys], position)) drop(listener)
      }
    },
    end(which) {
      for (const listener of listeners) if (which(listener)) drop(listener)
    },
  }
}
