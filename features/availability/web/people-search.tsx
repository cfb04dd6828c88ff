import { TextField } from '#ui/field.tsx'
import { t } from './people-texts.ts'

/** Whom the page shows, by name. */
export function PeopleSearch({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  return (
    <form className="who" role="search" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('find')}
        type="search"
        placeholder={t('findHint')}
        autoComplete="off"
        spellCheck={false}
        value={q}
        onChange={(event) => onChange(event.target.value)}
      />
    </form>
  )
}
