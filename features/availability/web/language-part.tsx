import { noteWishes } from '#platform/browser/speech.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { languageOf, languages, ownNameOf } from '#platform/text/languages.ts'
import { formatTime, formatWeekdayName } from '#platform/text/format-time.ts'
import { reader, writtenFor } from '#platform/text/reader.ts'
import { SelectField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { changePerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'
import { showsPeople } from './shows-people.ts'

const clocks = [24, 12] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const AFTERNOON = Date.UTC(2024, 0, 1, 17)

/** In which language, by which clock and from which day of the week Baton is written for somebody. */
export function LanguagePart({ person }: { person: Person }) {
  const change = useSend(changePerson, { refreshes: showsPeople })
  const { language, clock, weekStart } = change.isPending ? { ...person, ...change.variables } : person
  const choose = (wish: Partial<Pick<Person, 'language' | 'clock' | 'weekStart'>>): void =>
    change.mutate({ handle: 'me', ...wish }, { onSuccess: noteWishes })
  return (
    <SettingsPart title={t('language')} more={t('languageMore')}>
      <SelectField
        label={t('languageField')}
        value={language ?? ''}
        onChange={({ target }) => choose({ language: languageOf(target.value) })}
      >
        <option value="">{t('languageBrowser')}</option>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNameOf(each)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('clock')}
        value={clock ?? ''}
        onChange={({ target }) => choose({ clock: clocks.find((each) => String(each) === target.value) ?? null })}
      >
        <option value="">{t('clockLanguage')}</option>
        {clocks.map((each) => (
          <option key={each} value={each}>
            {t('clockHours', { hours: each, time: writtenFor({ ...reader(), clock: each }, () => formatTime(AFTERNOON, { zone: 'UTC' })) })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('weekStart')}
        value={weekStart ?? ''}
        onChange={({ target }) => choose({ weekStart: target.value === '' ? null : Number(target.value) })}
      >
        <option value="">{t('weekStartRegion')}</option>
        {weekdays.map((each) => (
          <option key={each} value={each}>
            {formatWeekdayName(each)}
          </option>
        ))}
      </SelectField>
      {change.error && <Notice tone="stop">{change.error.message}</Notice>}
    </SettingsPart>
  )
}
