import { useShortcut } from './shortcuts.ts'

/** J and K move the focus through the links, or other things, that a selector names; Enter opens a link as ever. */
export function useStepKeys(selector: string, { group, next, previous }: { group: string; next: string; previous: string }): void {
  useShortcut('j', { label: next, group }, () => step(selector, 1))
  useShortcut('k', { label: previous, group }, () => step(selector, -1))
}

function step(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((one) => one.contains(document.activeElement))
  const seen = Math.max(
    0,
    all.findIndex((one) => one.getBoundingClientRect().top >= 0),
  )
  const next = all[at === -1 ? seen : Math.min(Math.max(at + by, 0), all.length - 1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
