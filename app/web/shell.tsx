import { Outlet } from '@tanstack/react-router'
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { takeKeysOf } from '#ui/shortcut-map.ts'
import { FindThreadsContext } from '#features/asks/web/finding.ts'
import { MeContext } from '#features/availability/web/use-me.ts'
import { keepFocus } from '#ui/keep-focus.ts'
import { holdKeysFor, listenForShortcuts } from '#ui/shortcuts.ts'
import { SkipLink } from '#ui/skip-link.tsx'
import { Toasts, showToast } from '#ui/toast.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Offline } from './offline.tsx'
import { useOwnKeys } from './own-keys.ts'
import { Sidebar } from './sidebar.tsx'
import { t } from './texts.ts'
import { useAfterwards } from './use-afterwards.ts'
import { useLive } from './use-live.ts'
import { usePalette } from './use-palette.ts'
import { useShell } from './use-shell.ts'
import { useShellKeys } from './use-shell-keys.ts'

/** Fetched when a thread is first named. */
const findThreads = (begun: string) => import('./find-threads.ts').then((file) => file.findThreads(begun))

/** Around every page of the signed-in: navigation, my day, toasts, keys. */
export function Shell({ children = <Outlet /> }: { children?: ReactNode }) {
  const content = useShell()
  const [sheet, setSheet] = useState<{ readonly KeySheet: ComponentType<{ onClose: () => void }> } | null>(null)
  const showKeys = (): void => {
    holdKeysFor(import('./key-sheet.tsx')).then(
      (loaded) => flushSync(() => setSheet(loaded)),
      () => showToast({ text: t('keysFailed') }),
    )
  }
  const handle = content.today?.me.handle
  useEffect(listenForShortcuts, [])
  useEffect(keepFocus, [])
  useEffect(() => takeKeysOf(handle), [handle])
  useOwnKeys()
  useShellKeys(showKeys)
  useLive()
  useAfterwards(content.hasCome)
  const { Palette, open, close } = usePalette()
  return (
    <MeContext value={content.me}>
      <FindThreadsContext value={findThreads}>
        <SkipLink to="main" />
        <div className="app">
          <Sidebar content={content} onKeys={showKeys} onJump={open} />
          <main className="main" id="main" tabIndex={-1}>
            <Offline zone={content.today?.day.zone} />
            {children}
          </main>
        </div>
        <BottomBar />
        <Toasts undoGroup={t('anywhere')} />
        {Palette && <Palette onClose={close} />}
        {sheet && <sheet.KeySheet onClose={() => setSheet(null)} />}
      </FindThreadsContext>
    </MeContext>
  )
}
