export type Turn = <Result>(key: string, work: (stopped: AbortSignal) => Promise<Result>) => Promise<Result>

/** Of several works on one thing the latest goes on: the one before is told to stop, and waited for. */
export function latestWins(): Turn {
  const underWay = new Map<string, { readonly stop: () => void; readonly ended: Promise<unknown> }>()
  return async (key, work) => {
    for (let before = underWay.get(key); before; before = underWay.get(key)) {
      before.stop()
      await before.ended
    }
    const stopping = new AbortController()
    const result = work(stopping.signal).finally(() => underWay.delete(key))
    underWay.set(key, { stop: () => stopping.abort(), ended: result.catch(() => {}) })
    return result
  }
}
