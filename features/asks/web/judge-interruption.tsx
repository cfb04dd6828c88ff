import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Ask } from '../contract/ask.ts'
import { countInterruptions, judgeInterruption } from '../contract/incidents.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './urgent-texts.ts'

/** Asked once of whoever an urgent ask interrupted, when it is over; afterwards their own share, which is shown to nobody else. */
export function JudgeInterruption({ ask }: { ask: Ask }) {
  const judge = useSend(judgeInterruption, { refreshes: [...showsAsks, countInterruptions] })
  if (judge.isSuccess) return <OwnShare />
  if (!ask.may.judge) return null
  const say = (yes: boolean): void => judge.mutate({ id: ask.id, yes })
  return (
    <Notice
      tone={judge.error ? 'stop' : 'plain'}
      icon="siren"
      acts={
        <>
          <Button small onClick={() => say(true)}>
            {t('judgeYes')}
          </Button>
          <Button small onClick={() => say(false)}>
            {t('judgeNo')}
          </Button>
        </>
      }
    >
      {judge.error ? judge.error.message : `${t('judge')} ${t('judgeHint')}`}
    </Notice>
  )
}

function OwnShare() {
  const { data } = useAnswer(countInterruptions, {})
  if (!data) return null
  return (
    <Notice tone="plain" icon="siren">
      {t('judged', { count: data.judged, necessary: data.necessary })}
    </Notice>
  )
}
