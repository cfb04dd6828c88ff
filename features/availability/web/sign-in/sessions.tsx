import { listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { type Session, endOtherSessions, endSession, listSessions } from '#features/people/contract/sign-in.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { showToast } from '#ui/toast.tsx'
import { SettingsList } from '../settings-list.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { useMyZone } from '../use-me.ts'
import { deviceText } from './device-text.ts'
import { t, wayTexts } from './texts.ts'

/** Where one is signed in, this device first; the others can be ended, one by one or all. */
export function Sessions() {
  const answer = useAnswer(listSessions, { limit: 100 })
  const sessions = answer.data?.items.toSorted((one, other) => Number(other.current) - Number(one.current))
  const shows = { refreshes: [listSessions, listSignInHistory] }
  const end = useSend(endSession, shows)
  const endAll = useSend(endOtherSessions, shows)
  const failure = end.error ?? endAll.error
  return (
    <SettingsPart title={t('sessions')} more={t('sessionsMore')}>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <SettingsList items={sessions} error={answer.error} onAgain={() => void answer.refetch()} none="">
        {(session) => (
          <Row
            key={session.id}
            session={session}
            isBusy={end.isPending}
            onEnd={() => end.mutate({ id: session.id }, { onSuccess: () => showToast({ text: t('sessionEnded') }) })}
          />
        )}
      </SettingsList>
      {sessions && sessions.length > 1 && (
        <Button busy={endAll.isPending} onClick={() => endAll.mutate({}, { onSuccess: () => showToast({ text: t('othersEnded') }) })}>
          {t('endOthers')}
        </Button>
      )}
    </SettingsPart>
  )
}

function Row({ session, isBusy, onEnd }: { session: Session; isBusy: boolean; onEnd: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const device = deviceText(session.userAgent)
  const said = { date: formatDate(session.at, { zone, now }), address: session.address, way: wayTexts[session.proof] ?? session.proof }
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          {device} {session.current && <Tag tone="accent">{t('thisOne')}</Tag>}
        </p>
        <p className="row__s num">
          {session.current ? t('seenNow', said) : t('seen', { ...said, when: formatFromNow(session.seenAt, now) })}
        </p>
      </div>
      {!session.current && (
        <Button small busy={isBusy} aria-label={t('endSession', { device })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}
