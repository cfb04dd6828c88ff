import { Link } from '@tanstack/react-router'
import { t } from './mine-texts.ts'

/** The way between what came for the reader, what is between few, and what they keep. */
export function MineTabs() {
  return (
    <nav className="tabs" aria-label={t('mine')}>
      <Link to="/inbox">{t('inbox')}</Link>
      <Link to="/direct">{t('direct')}</Link>
      <Link to="/saved">{t('saved')}</Link>
    </nav>
  )
}
