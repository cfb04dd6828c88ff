import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isAnyWaiting } from '#platform/browser/waiting.ts'

const PAUSE = 1_000

/** Begins what can wait, a little after the first page stands and once nothing else is to be done; at once where something waits to be sent. */
export function useAfterwards(stands: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (isAnyWaiting()) void begin(client)
    if (!stands) return undefined
    const timer = setTimeout(() => whenIdle(() => void begin(client)), PAUSE)
    return () => clearTimeout(timer)
  }, [client, stands])
}

async function begin(client: QueryClient): Promise<void> {
  const afterwards = await import('./afterwards.ts')
  afterwards.begin(client)
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5_000 })
  else work()
}
