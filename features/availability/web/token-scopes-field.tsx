import { SelectField } from '#ui/field.tsx'
import { t } from './settings-texts.ts'
import { type Area, type TokenReach, areas } from './token-scopes.ts'

interface TokenScopesFieldProps {
  readonly reach: TokenReach
  readonly mayAdminister: boolean
  readonly error: string | undefined
  readonly onChange: (reach: TokenReach) => void
}

const levels = ['none', 'read', 'write'] as const
const levelTexts = { none: 'areaNone', read: 'areaRead', write: 'areaWrite' } as const

/** What a token may do: everything at one level, or area by area. */
export function TokenScopesField({ reach, mayAdminister, error, onChange }: TokenScopesFieldProps) {
  const setArea = (area: Area, level: (typeof levels)[number]): void => {
    const { [area]: _, ...others } = reach.areas
    onChange({ ...reach, areas: level === 'none' ? others : { ...others, [area]: level } })
  }
  return (
    <>
      <SelectField
        label={t('tokenMay')}
        value={reach.whole}
        error={error}
        onChange={(event) => onChange({ ...reach, whole: event.target.value as TokenReach['whole'] })}
      >
        <option value="read">{t('scopeRead')}</option>
        <option value="write">{t('scopeWrite')}</option>
        {mayAdminister && <option value="admin">{t('scopeAdmin')}</option>}
        <option value="areas">{t('scopeAreas')}</option>
      </SelectField>
      {reach.whole === 'areas' && (
        <div className="areas">
          {areas.map((area) => (
            <SelectField
              key={area}
              label={t(`area_${area}`)}
              value={reach.areas[area] ?? 'none'}
              onChange={(event) => setArea(area, event.target.value as (typeof levels)[number])}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(levelTexts[level])}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      )}
    </>
  )
}
