import { useState } from 'react'
import { getSignIn } from '#features/people/contract/sign-in.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatList } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Invitation, listInvitations, resendInvitation, withdrawInvitation } from '../contract/invitations.ts'
import { InvitationDialog } from './invitation-dialog.tsx'
import { SettingsList } from './settings-list.tsx'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'
import { useMyZone } from './use-me.ts'

const roles = { admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const

/** Invitations that wait: all of them for those who administer, one's own for others. `mayAll`: not only guests. */
export function Invitations({ mayAll }: { mayAll: boolean }) {
  const [isInviting, setInviting] = useState(false)
  const answer = useAnswer(listInvitations, { limit: 100 })
  const ways = useAnswer(getSignIn, {}, { staleTime: Infinity }).data
  const resend = useSend(resendInvitation, { refreshes: [listInvitations] })
  const withdraw = useSend(withdrawInvitation, { refreshes: [listInvitations] })
  const failure = withdraw.error ?? resend.error
  return (
    <SettingsPart title={t('invitations')} more={t(mayAll ? 'invitationsMore' : 'invitationsGuests')}>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <SettingsList items={answer.data?.items} error={answer.error} onAgain={() => void answer.refetch()} none={t('invitationsNone')}>
        {(invitation) => (
          <Row
            key={invitation.id}
            invitation={invitation}
            isBusy={withdraw.isPending || resend.isPending}
            onResend={
              ways?.code && invitation.email !== null
                ? () => resend.mutate({ id: invitation.id }, { onSuccess: () => showToast({ text: t('resent') }) })
                : undefined
            }
            onWithdraw={() => withdraw.mutate({ id: invitation.id }, { onSuccess: () => showToast({ text: t('withdrawn') }) })}
          />
        )}
      </SettingsList>
      <Button icon="user-round-plus" onClick={() => setInviting(true)}>
        {t('invite')}
      </Button>
      {isInviting && <InvitationDialog mayAll={mayAll} onClose={() => setInviting(false)} />}
    </SettingsPart>
  )
}

interface RowProps {
  readonly invitation: Invitation
  readonly isBusy: boolean
  /** Undefined where nothing can be sent. */
  readonly onResend: (() => void) | undefined
  readonly onWithdraw: () => void
}

function Row({ invitation, isBusy, onResend, onWithdraw }: RowProps) {
  const now = useNow()
  const zone = useMyZone()
  const { role, email, spaces, invitedBy, expiresAt } = invitation
  const what = email === null ? t(roles[role]) : t('invitationFor', { role: t(roles[role]), email })
  const said = { name: invitedBy.name, date: formatDate(expiresAt, { zone, now }) }
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">{what}</p>
        <p className="row__s num" dir="auto">
          {spaces.length === 0
            ? t('invitationLine', said)
            : t('invitationSpaces', { ...said, spaces: formatList(spaces.map(({ name }) => name)) })}
        </p>
      </div>
      {onResend && (
        <Button small busy={isBusy} aria-label={t('resendOf', { what })} onClick={onResend}>
          {t('resend')}
        </Button>
      )}
      <Button small busy={isBusy} aria-label={t('withdrawOf', { what })} onClick={onWithdraw}>
        {t('withdraw')}
      </Button>
    </li>
  )
}
