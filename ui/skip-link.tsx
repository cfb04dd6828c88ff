import { t } from './texts.ts'

/** The first thing a keyboard reaches: past the navigation to the element of this id. */
export function SkipLink({ to }: { to: string }) {
  return (
    <a className="skip" href={`#${to}`}>
      {t('skip')}
    </a>
  )
}
