import { useMyZone } from '#features/availability/web/use-me.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useWhole } from '#platform/browser/use-whole.ts'
import { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { narrowedTo } from '../rules/completing.ts'
import type { Operator } from '../rules/operators.ts'
import { questionOf } from '../rules/question.ts'
import { t } from './texts.ts'

interface NarrowMenusProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

interface Choice {
  readonly value: string
  readonly label: string
}

const fresh = 5 * 60_000

/** What narrows most often, for whoever rather chooses than writes: where, when, who, in which state. Each writes its operator into the field. */
export function NarrowMenus({ text, onChange }: NarrowMenusProps) {
  const today = useNow().toZonedDateTimeISO(useMyZone()).toPlainDate()
  const { data } = useWhole(listSpaces, { limit: 100 }, { staleTime: fresh })
  const menus: readonly { operator: Operator; any: string; choices: readonly Choice[] }[] = [
    { operator: 'in', any: t('anywhere'), choices: (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name })) },
    {
      operator: 'after',
      any: t('anyTime'),
      choices: [
        { value: 'today', label: t('today') },
        { value: 'yesterday', label: t('sinceYesterday') },
        { value: today.toString().slice(0, 7), label: t('thisMonth') },
        { value: String(today.year), label: t('thisYear') },
      ],
    },
    { operator: 'from', any: t('anyone'), choices: [{ value: 'me', label: t('byMe') }] },
    {
      operator: 'is',
      any: t('anyState'),
      choices: [
        { value: 'open', label: t('stateOpen') },
        { value: 'concluded', label: t('stateConcluded') },
        { value: 'unread', label: t('stateUnread') },
      ],
    },
  ]
  const { narrowings } = questionOf(`${text} `)
  return menus.map(({ operator, any, choices }) => {
    const now = narrowings.find((one) => one.operator === operator && !one.not)?.values[0]
    const label = now === undefined ? any : (choices.find(({ value }) => value === now)?.label ?? now)
    const items = [{ value: null, label: any }, ...choices].map((choice) => ({
      label: choice.label,
      checked: choice.value === (now ?? null),
      onSelect: () => onChange(narrowedTo(text, operator, choice.value)),
    }))
    return (
      <Menu key={operator} label={t('chosen', { what: label })} items={items}>
        {(trigger) => (
          <button type="button" className="pill" {...trigger}>
            {label}
            <Icon name="chevron-down" />
          </button>
        )}
      </Menu>
    )
  })
}
