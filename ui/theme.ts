import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = 'theme'
const listeners = new Set<() => void>()

/** The theme of this machine and how to choose another: the system's, or one that is pinned. */
export function useTheme(): readonly [theme: Theme, choose: (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, readTheme), chooseTheme]
}

/** Puts the chosen theme on the page, and keeps it there when another window chooses one. */
export function showTheme(): void {
  applyTheme()
  window.addEventListener('storage', ({ key }) => {
    if (key !== stored) return
    applyTheme()
    for (const listener of listeners) listener()
  })
}

function applyTheme(): void {
  const theme = readTheme()
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

function readTheme(): Theme {
  const theme = localStorage.getItem(stored)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function chooseTheme(theme: Theme): void {
  localStorage.setItem(stored, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
