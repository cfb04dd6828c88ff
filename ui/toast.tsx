import { useEffect, useState, useSyncExternalStore } from 'react'
import { IconButton } from './button.tsx'
import { Kbd } from './kbd.tsx'
import { useShortcut } from './shortcuts.ts'
import { t } from './texts.ts'

interface Toast {
  readonly text: string
  readonly undo?: () => void
  /** What can be done about it. */
  readonly act?: { readonly label: string; readonly run: () => void }
  /** It stays until it is closed. */
  readonly stays?: boolean
}

interface Shown extends Toast {
  readonly id: number
}

const shownFor = 10_000
const listeners = new Set<() => void>()
let toasts: readonly Shown[] = []
let count = 0

/** Says in one line what has just been done, with a way back for 10 seconds. */
export function showToast(toast: Toast): void {
  const passing = toasts.filter(({ stays }) => !stays).slice(-2)
  change([...toasts.filter((other) => other.stays || passing.includes(other)), { ...toast, id: (count += 1) }])
}

/** Where toasts appear; rendered once. What is said is announced politely. */
export function Toasts({ undoGroup }: { undoGroup: string }) {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  const last = shown.findLast(({ undo }) => undo !== undefined)
  useShortcut(last ? 'z' : null, { label: t('undo'), group: undoGroup }, () => last && takeBack(last))
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <Line key={toast.id} toast={toast} isLast={toast === last} />
      ))}
    </div>
  )
}

function Line({ toast, isLast }: { toast: Shown; isLast: boolean }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld || toast.stays) return undefined
    const timer = setTimeout(() => dismiss(toast), shownFor)
    return () => clearTimeout(timer)
  }, [isHeld, toast])
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  return (
    <div className="toast" {...hold}>
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" onClick={() => takeBack(toast)}>
          {t('undo')}
          {isLast && <Kbd keys="z" />}
        </button>
      )}
      {toast.act && (
        <button type="button" onClick={() => act(toast)}>
          {toast.act.label}
        </button>
      )}
      {!toast.undo && <IconButton icon="x" label={t('close')} onClick={() => dismiss(toast)} />}
    </div>
  )
}

/** Takes back what was done last, as long as that can be. */
export function undoLast(): void {
  const last = toasts.findLast(({ undo }) => undo !== undefined)
  if (last) takeBack(last)
}

function takeBack(toast: Shown): void {
  dismiss(toast)
  toast.undo?.()
}

function act(toast: Shown): void {
  dismiss(toast)
  toast.act?.run()
}

function dismiss(toast: Shown): void {
  change(toasts.filter((other) => other !== toast))
}

function change(next: readonly Shown[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
