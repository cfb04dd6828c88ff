import { useState } from 'react'
import { type Token, endToken, listTokens } from '#features/people/contract/tokens.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatFromNow, formatList } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { SettingsList } from './settings-list.tsx'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'
import { TokenDialog } from './token-dialog.tsx'
import { useMyZone } from './use-me.ts'

/** One's tokens: made, listed, ended. */
export function Tokens({ mayAdminister }: { mayAdminister: boolean }) {
  const [isMaking, setMaking] = useState(false)
  const answer = useAnswer(listTokens, { limit: 100 })
  const end = useSend(endToken, { refreshes: [listTokens] })
  return (
    <SettingsPart title={t('tokens')} more={t('tokensMore')}>
      {end.error && <Notice tone="stop">{end.error.message}</Notice>}
      <SettingsList items={answer.data?.items} error={answer.error} onAgain={() => void answer.refetch()} none={t('tokensNone')}>
        {(token) => (
          <Row
            key={token.id}
            token={token}
            isBusy={end.isPending}
            onEnd={() => end.mutate({ id: token.id }, { onSuccess: () => showToast({ text: t('tokenEnded') }) })}
          />
        )}
      </SettingsList>
      <Button icon="key-round" onClick={() => setMaking(true)}>
        {t('makeToken')}
      </Button>
      {isMaking && <TokenDialog mayAdminister={mayAdminister} onClose={() => setMaking(false)} />}
    </SettingsPart>
  )
}

function Row({ token, isBusy, onEnd }: { token: Token; isBusy: boolean; onEnd: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const line = t('tokenLine', {
    scopes: formatList(token.scopes),
    used: token.usedAt === null ? t('tokenUnused') : t('tokenUsed', { when: formatFromNow(token.usedAt, now) }),
    ends: token.expiresAt === null ? t('tokenStays') : t('tokenEnds', { date: formatDate(token.expiresAt, { zone, now }) }),
  })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t" dir="auto">
          {token.name}
        </p>
        <p className="row__s num">{line}</p>
      </div>
      <Button small busy={isBusy} aria-label={t('endToken', { name: token.name })} onClick={onEnd}>
        {t('end')}
      </Button>
    </li>
  )
}
