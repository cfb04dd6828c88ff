import { type AuditedFact, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { auditText } from '#features/people/web/audit-text.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { SettingsList } from '../settings-list.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { useMe, useMyZone } from '../use-me.ts'
import { deviceText } from './device-text.ts'
import { t } from './texts.ts'

/** What happened to one's sign-in, the newest first. */
export function SignInHistory() {
  const { items, error, hasMore, isLoadingMore, more, again } = usePages(listSignInHistory, { limit: 10 })
  return (
    <SettingsPart title={t('history')} more={t('historyMore')}>
      <SettingsList whole items={items} error={error} onAgain={again} none={t('historyNone')}>
        {(fact) => <Row key={fact.id} fact={fact} />}
      </SettingsList>
      {hasMore && (
        <Button kind="bare" small busy={isLoadingMore} onClick={more}>
          {t('earlier')}
        </Button>
      )}
    </SettingsPart>
  )
}

function Row({ fact }: { fact: AuditedFact }) {
  const now = useNow()
  const me = useMe()?.person.handle
  const when = formatDateTime(fact.at, { zone: useMyZone(), now })
  const isOthers = fact.by !== null && fact.by.handle !== me
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">{auditText(fact)}</p>
        <p className="row__s num">
          {isOthers
            ? t('historyBy', { when, name: fact.by?.name ?? '' })
            : fact.address
              ? t('historyAt', { when, address: fact.address })
              : when}
          {fact.userAgent && !isOthers ? ` · ${deviceText(fact.userAgent)}` : ''}
        </p>
      </div>
    </li>
  )
}
