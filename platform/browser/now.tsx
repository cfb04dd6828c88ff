import { type ReactNode, createContext, useContext, useEffect, useState } from 'react'
import { deviceClock } from './device-clock.ts'

const Now = createContext<Temporal.Instant>(deviceClock.now())

/** The current instant for everything below, told anew at every full minute and whenever the page is looked at again. */
export function NowProvider({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => deviceClock.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      clearTimeout(timer)
      const at = deviceClock.now()
      setNow(at)
      timer = setTimeout(tick, 60_000 - (at.epochMilliseconds % 60_000))
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return <Now value={now}>{children}</Now>
}

/** The current instant, to the minute. */
export function useNow(): Temporal.Instant {
  return useContext(Now)
}
