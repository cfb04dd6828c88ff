import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Notice } from '#ui/notice.tsx'
import { ChangesWait } from './changes-wait.tsx'
import { makeWay } from './take-back.ts'
import { WaitingActs } from './waiting-acts.tsx'
import { WaitingState, useWhyNotSent } from './waiting-posts.tsx'
import { type ThreadAct, lineOf, threadActIn, wordsIn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

/** What the reader did about a thread as a whole and waits, or was refused. */
export interface ThreadWaits {
  /** Of these acts, in the order in which they were done. */
  readonly of: (...acts: readonly ThreadAct[]) => readonly Waiting[]
  /** Whether one of these acts waits: it is taken back before the like is done again. */
  readonly isWaiting: (...acts: readonly ThreadAct[]) => boolean
  /** Of these acts, puts what was refused back where it was written, before the like is done anew: it would be held back otherwise. */
  readonly makeWay: (...acts: readonly ThreadAct[]) => Promise<void>
}

export function useThreadWaits(number: number): ThreadWaits {
  const all = useWaiting((one) => one.line === lineOf(number) && threadActIn(one) !== null)
  const of: ThreadWaits['of'] = (...acts) => all.filter((one) => acts.some((act) => act === threadActIn(one)))
  return {
    of,
    isWaiting: (...acts) => of(...acts).some(({ refusal }) => refusal === null),
    makeWay: (...acts) => makeWay(of(...acts).filter(({ refusal }) => refusal !== null)),
  }
}

interface ThingsWaitProps {
  readonly waits: readonly Waiting[]
  /** What waited is being written again. */
  readonly onTaken: (waiting: Waiting) => void
}

/** What waits where it will stand, with what was written for it. */
export function ThingsWait({ waits, onTaken }: ThingsWaitProps) {
  return waits.map((one) => <OneWaits key={one.key} waiting={one} onTaken={() => onTaken(one)} />)
}

const icons: Readonly<Record<ThreadAct, IconName>> = {
  concludeThread: 'flag',
  draftOutcome: 'flag',
  reopenThread: 'flag',
  changeThread: 'pen-line',
  keepHighlights: 'highlighter',
  pivotThread: 'messages-square',
  splitThread: 'arrow-right-left',
}

const said = {
  concludeThread: 'concludes',
  draftOutcome: 'keeps',
  reopenThread: 'reopens',
  changeThread: 'changes',
  keepHighlights: 'highlights',
  pivotThread: 'pivots',
  splitThread: 'splits',
} as const

function OneWaits({ waiting, onTaken }: { waiting: Waiting; onTaken: () => void }) {
  const act = threadActIn(waiting) ?? 'draftOutcome'
  const isRecording = waiting.request.body['to'] === 'recording'
  const title = t(act === 'pivotThread' && isRecording ? 'records' : said[act])
  const why = useWhyNotSent(waiting)
  const acts = <WaitingActs waiting={waiting} onTaken={onTaken} />
  return (
    <section className="outcome is-waiting" aria-label={title}>
      <Icon name={icons[act]} />
      <div>
        <h2>{title}</h2>
        {act === 'changeThread' ? (
          <ChangesWait waiting={waiting} />
        ) : (
          <p className="as-written" dir="auto">
            {wordsIn(waiting)}
          </p>
        )}
        {waiting.refusal ? (
          <Notice tone="stop" acts={acts}>
            {why}
          </Notice>
        ) : (
          <footer>
            <WaitingState waiting={waiting} />
            {acts}
          </footer>
        )}
      </div>
    </section>
  )
}
