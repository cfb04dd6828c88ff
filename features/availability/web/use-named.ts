import { useDays } from './use-days.ts'

/** The names of those of these handles that name somebody the reader may see. */
export function useNamed(handles: readonly string[]): ReadonlyMap<string, string> {
  const days = useDays(handles)
  return new Map(handles.flatMap((handle) => (days.has(handle) ? [[handle, days.get(handle)?.name ?? handle] as const] : [])))
}
