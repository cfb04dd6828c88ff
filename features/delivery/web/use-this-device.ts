import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BrowserPush, beginPush, browserPush, endPush } from '#platform/browser/push.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { type Push, addPushDevice, getPush, removePushDevice } from '../contract/push.ts'

export interface ThisDevice {
  /** Undefined until the browser has said. */
  readonly state: BrowserPush | undefined
  readonly isBusy: boolean
  /** The browser's own push service could not be reached. */
  readonly isUnreached: boolean
  /** What the server refused. */
  readonly refusal: string | null
  turn(on: boolean): void
}

const shows = { refreshes: [getPush] }

/** Whether pushes come to this browser: when it lets them, and the server knows of it. */
export function useThisDevice({ publicKey, devices }: Push): ThisDevice {
  const { data: browser, refetch: look } = useQuery({
    queryKey: ['browser', 'push'],
    queryFn: browserPush,
    networkMode: 'always',
    staleTime: 0,
  })
  const [isAsking, setAsking] = useState(false)
  const [isUnreached, setUnreached] = useState(false)
  const add = useSend(addPushDevice, shows)
  const remove = useSend(removePushDevice, shows)
  const here = devices.find(({ current }) => current)

  const begin = async (): Promise<void> => {
    const address = await beginPush(publicKey).catch(() => undefined)
    setUnreached(address === undefined)
    await look()
    if (address) await add.mutateAsync(address).catch(endPush)
  }
  const end = async (): Promise<void> => {
    await endPush()
    if (here) await remove.mutateAsync({ id: here.id }).catch(() => null)
  }
  const turn = (on: boolean): void => {
    setAsking(true)
    void (on ? begin() : end()).then(() => look()).finally(() => setAsking(false))
  }
  return {
    state: browser === 'on' && !here && !isAsking ? 'off' : browser,
    isBusy: isAsking || add.isPending || remove.isPending,
    isUnreached,
    refusal: add.error?.message ?? remove.error?.message ?? null,
    turn,
  }
}
