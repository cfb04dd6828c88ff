import { useNavigate } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import { flushSync } from 'react-dom'
import { holdKeysFor, useShortcut } from '#ui/shortcuts.ts'
import { t } from './texts.ts'

type Palette = ComponentType<{ onClose: () => void }>

interface PaletteState {
  /** The palette while it is open. It is fetched when it is first opened. */
  readonly Palette: Palette | null
  readonly open: () => void
  readonly close: () => void
}

/** The palette, at its key; without it, where it cannot be had, the page of search. */
export function usePalette(): PaletteState {
  const [palette, setPalette] = useState<{ readonly Palette: Palette } | null>(null)
  const navigate = useNavigate()
  const close = (): void => setPalette(null)
  // At once: what is typed next is meant for it.
  const show = (loaded: { readonly Palette: Palette }): void => flushSync(() => setPalette(loaded))
  const open = (): void => {
    holdKeysFor(import('./palette.tsx')).then(show, () => void navigate({ to: '/search' }))
  }
  useShortcut('mod+k', { label: t('jump'), group: t('anywhere') }, palette ? close : open)
  return { Palette: palette?.Palette ?? null, open, close }
}
