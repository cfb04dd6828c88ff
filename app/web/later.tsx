import { type ComponentType, use, useEffect } from 'react'
import { RefusedError } from '#platform/contract/client.ts'
import { Broken } from './broken.tsx'

/** A component that is fetched when it is first shown, or before by the function beside it. What cannot be fetched says so in its place. */
export function later(load: () => Promise<ComponentType<object>>): [component: ComponentType<object>, preload: () => Promise<void>] {
  let content: ComponentType<object> | null = null
  let failure: Error | null = null
  let loading: Promise<void> | null = null
  let failedOffline = false
  const hasEnded = (): boolean => content !== null || (failure !== null && !(failure instanceof RefusedError && navigator.onLine))
  const get = async (): Promise<void> => {
    try {
      content = await load()
    } catch (error) {
      failure = navigator.onLine && error instanceof Error ? error : new RefusedError(0, {})
      failedOffline ||= !navigator.onLine
    }
  }
  const preload = (): Promise<void> => {
    if (failure !== null && !hasEnded()) loading = failure = null
    loading ??= get()
    return loading
  }
  function Later(props: object) {
    if (!hasEnded()) use(preload())
    const Content = content
    if (Content) return <Content {...props} />
    if (failedOffline && navigator.onLine) return <Reload />
    return failure && <Broken error={failure} reset={reloadWhenOnline} />
  }
  return [Later, preload]
}

/** Browsers keep that a script could not be fetched; only a new document asks for it again. Drafts outlive that. */
function Reload() {
  useEffect(reloadWhenOnline, [])
  return null
}

function reloadWhenOnline(): void {
  if (navigator.onLine) window.location.reload()
}
