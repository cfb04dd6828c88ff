import { Link } from '@tanstack/react-router'
import { t } from './settings-texts.ts'

/** Above the heading of a page that belongs to the settings: the way back to them. */
export function SettingsCrumb() {
  return (
    <p className="crumbs">
      <Link to="/settings">{t('title')}</Link>
    </p>
  )
}
