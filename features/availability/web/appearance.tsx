import { Check } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { modKey } from '#ui/shortcut-keys.ts'
import { useSingleKeys } from '#ui/shortcuts.ts'
import { type Theme, themes, useTheme } from '#ui/theme.ts'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'

const labels: Readonly<Record<Theme, string>> = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') }

/** How Baton looks and listens on this device. */
export function Appearance() {
  const [theme, chooseTheme] = useTheme()
  const [areKeysOn, setKeysOn] = useSingleKeys()
  return (
    <SettingsPart title={t('appearance')}>
      <div className="field">
        <span className="lab">{t('theme')}</span>
        <Segmented
          label={t('theme')}
          value={theme}
          options={themes.map((value) => ({ value, label: labels[value] }))}
          onChange={chooseTheme}
        />
        <p className="hint">{t('themeMore')}</p>
      </div>
      <Check
        label={t('keys')}
        hint={t('keysHint', { mod: modKey() })}
        checked={areKeysOn}
        onChange={(event) => setKeysOn(event.target.checked)}
      />
    </SettingsPart>
  )
}
