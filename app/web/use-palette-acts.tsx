import { useNavigate } from '@tanstack/react-router'
import { useMe } from '#features/availability/web/use-me.ts'
import { useClearInbox } from '#features/inbox/web/use-clear-inbox.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Kbd } from '#ui/kbd.tsx'
import type { PaletteItem } from '#ui/palette.tsx'
import { type Shortcut, useShortcuts } from '#ui/shortcuts.ts'
import { t } from './palette-texts.ts'
import { useWorkspaceMenu } from './use-workspace-menu.ts'

interface Act {
  readonly label: string
  readonly icon: IconName
  readonly keys?: string | undefined
  readonly run: () => void
}

/** Keys that move, or lead where the palette leads anyway. */
const leading = /^(?:[jkc/?]|enter|escape|home|end|mod\+k|g .)$/

/** Everything that can be done here: what the page offers by key, what is mine to set anywhere, and what the menu of the workspace holds. */
export function usePaletteActs(onClose: () => void): (PaletteItem & Pick<Act, 'label'>)[] {
  const acts = [...useOwnActs(), ...useMenuActs()]
  const onPage = useShortcuts()
    .filter(({ act, label: its }) => !leading.test(act) && !acts.some(({ label }) => label === its))
    .map(({ act, label, run }: Shortcut): Act => ({ label, icon: 'arrow-right', keys: act, run }))
  return [...once(onPage), ...acts].map(({ label, icon, keys, run }) => ({
    key: `do-${label.replaceAll(/\W+/g, '-')}`,
    icon: <Icon name={icon} />,
    label,
    end: keys && <Kbd keys={keys} />,
    choose: () => {
      onClose()
      // What it opens takes the focus once the palette has given it back.
      setTimeout(run)
    },
  }))
}

/** Of keys for the same the one mounted last. */
const once = (acts: readonly Act[]): Act[] => [...new Map(acts.map((act) => [act.label, act])).values()]

function useOwnActs(): Act[] {
  const navigate = useNavigate()
  const me = useMe()
  const { clear } = useClearInbox()
  const handle = me?.person.handle
  return [
    ...(handle === undefined
      ? []
      : [
          {
            label: t('status'),
            icon: 'flag' as const,
            run: () => void navigate({ to: '/people/$handle', params: { handle }, hash: 'now' }),
          },
        ]),
    {
      label: t('clear'),
      icon: 'inbox',
      keys: 'shift+escape',
      run: clear,
    },
    { label: t('sharedHour'), icon: 'calendar-clock', run: () => void navigate({ to: '/people', hash: 'shared-hour' }) },
    ...(me?.may.invite ? [{ label: t('invite'), icon: 'user-round-plus' as const, run: () => void navigate({ to: '/settings' }) }] : []),
  ]
}

function useMenuActs(): Act[] {
  return useWorkspaceMenu().flatMap((item) =>
    item === null || item.checked === true || item.icon === undefined
      ? []
      : [
          {
            label: item.checked === false ? t('theme', { theme: item.label }) : item.label,
            icon: item.icon,
            keys: item.keys,
            run: item.onSelect,
          },
        ],
  )
}
