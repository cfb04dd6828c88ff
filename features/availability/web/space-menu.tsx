import { listSpaces } from '#features/spaces/contract/space.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { t } from './people-texts.ts'

interface SpaceMenuProps {
  /** A space's slug; empty for everybody. */
  readonly space: string
  readonly onChange: (space: string) => void
}

const fresh = 5 * 60_000

/** Whose days the page shows: everybody's, or those of the members of a space. */
export function SpaceMenu({ space, onChange }: SpaceMenuProps) {
  const { data } = useWhole(listSpaces, { limit: 100 }, { staleTime: fresh })
  const choices = [{ slug: '', name: t('everybody') }, ...(data?.items ?? [])]
  const label = choices.find(({ slug }) => slug === space)?.name ?? space
  return (
    <Menu
      label={t('whose')}
      items={choices.map(({ slug, name }) => ({ label: name, checked: slug === space, onSelect: () => onChange(slug) }))}
    >
      {(trigger) => (
        <button type="button" className="pill" aria-label={t('shown', { whose: label })} {...trigger}>
          <span dir="auto">{label}</span>
          <Icon name="chevron-down" />
        </button>
      )}
    </Menu>
  )
}
