import { t } from './people-texts.ts'

/** What the colours and marks of the lanes mean. */
export function LanesKey({ hasNow }: { hasNow: boolean }) {
  return (
    <p className="key">
      <span>
        <i className="k-work" />
        {t('keyWork')}
      </span>
      <span>
        <i className="k-focus" />
        {t('keyFocus')}
      </span>
      <span>
        <i className="k-away" />
        {t('keyAway')}
      </span>
      <span>
        <i className="k-night" />
        {t('keyNight')}
      </span>
      {hasNow && (
        <span>
          <i className="k-now" />
          {t('keyNow')}
        </span>
      )}
    </p>
  )
}
