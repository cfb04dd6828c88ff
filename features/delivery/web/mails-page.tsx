import { withinSentence } from '#platform/text/cases.ts'
import { useState } from 'react'
import { AdminList } from '#features/availability/web/admin/admin-list.tsx'
import { AdminPage } from '#features/availability/web/admin/admin-page.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { showToast } from '#ui/toast.tsx'
import { type QueuedMail, dropMail, listMails, mailStates, retryMail } from '../contract/mails.ts'
import { t } from './mails-texts.ts'

type State = QueuedMail['state']

const stateTexts = { waiting: 'stateWaiting', parked: 'stateParked', sent: 'stateSent', dropped: 'stateDropped' } as const satisfies Record<
  State,
  string
>
const kindTexts = {
  digest: 'kindDelivery',
  'first open': 'kindDelivery',
  urgent: 'kindUrgent',
  invitation: 'kindInvitation',
  code: 'kindCode',
  'sign-in': 'kindSignIn',
} as const satisfies Record<QueuedMail['kind'], string>

/** Mails and pushes on their way: for whom, of what kind, how they stand; never what they say. */
export function MailsPage() {
  const [state, setState] = useState<State | ''>('')
  const list = usePages(listMails, { limit: 50, ...(state === '' ? {} : { state }) })
  const retry = useSend(retryMail, { refreshes: [listMails] })
  const drop = useSend(dropMail, { refreshes: [listMails] })
  const failure = retry.error ?? drop.error
  return (
    <AdminPage title={t('mails')} more={t('mailsMore')}>
      <form className="admin__search" onSubmit={(event) => event.preventDefault()}>
        <SelectField label={t('state')} value={state} onChange={(event) => setState(event.target.value as State | '')}>
          <option value="">{t('anyState')}</option>
          {mailStates.map((each) => (
            <option key={each} value={each}>
              {t(stateTexts[each])}
            </option>
          ))}
        </SelectField>
      </form>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <AdminList list={list} none={t('none')}>
        {(mail) => (
          <Row
            key={mail.id}
            mail={mail}
            isBusy={retry.isPending || drop.isPending}
            onRetry={() => retry.mutate({ id: mail.id }, { onSuccess: () => showToast({ text: t('retried') }) })}
            onDrop={() => drop.mutate({ id: mail.id }, { onSuccess: () => showToast({ text: t('dropped') }) })}
          />
        )}
      </AdminList>
    </AdminPage>
  )
}

interface RowProps {
  readonly mail: QueuedMail
  readonly isBusy: boolean
  readonly onRetry: () => void
  readonly onDrop: () => void
}

function Row({ mail, isBusy, onRetry, onDrop }: RowProps) {
  const now = useNow()
  const zone = useMyZone()
  const { by, to, address, kind, state, attempts, at, nextAt, sentAt } = mail
  const time = (instant: string): string => formatDateTime(instant, { zone, now })
  const whom = to?.name ?? address
  const stands = sentAt
    ? t('sentAt', { when: time(sentAt) })
    : nextAt
      ? t('nextAt', { when: time(nextAt) })
      : t('queuedAt', { when: time(at) })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          <bdi>{whom}</bdi> <Tag tone={state === 'parked' ? 'care' : 'plain'}>{withinSentence(t(stateTexts[state]))}</Tag>
        </p>
        <p className="row__s num">
          {t(by === 'mail' ? 'line' : 'linePush', {
            kind: t(kindTexts[kind]),
            address,
            stands,
            attempts: t('attempts', { count: attempts }),
          })}
        </p>
      </div>
      {state === 'parked' && (
        <Button small busy={isBusy} aria-label={t('retryOf', { whom })} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {(state === 'parked' || state === 'waiting') && (
        <Button small kind="bare" busy={isBusy} aria-label={t('dropOf', { whom })} onClick={onDrop}>
          {t('drop')}
        </Button>
      )}
    </li>
  )
}
