/** The lock that every window holds for the release it runs, so that the worker keeps that release's files. */
export const lockOf = (release: string): string => `release:${release}`

/** The locks of the releases that windows run. */
export async function inUse(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => name ?? []))
}

/** Holds a release until this window is gone. */
export function holdRelease(release: string): void {
  void navigator.locks.request(lockOf(release), { mode: 'shared' }, () => new Promise(() => {}))
}
