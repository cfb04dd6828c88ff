import type { Waiting } from '#platform/browser/waiting.ts'
import { Notice } from '#ui/notice.tsx'
import { WaitingActs } from './waiting-acts.tsx'
import { useWhyNotSent } from './waiting-posts.tsx'
import { wordsIn } from './waiting-words.ts'

/** What the reader did about an ask and was refused after it had waited, with what they wrote for it and what can be done now. */
export function RefusedAct({ waiting }: { waiting: Waiting }) {
  const words = wordsIn(waiting)
  const why = useWhyNotSent(waiting)
  return (
    <>
      {words !== '' && (
        <p className="ask__m ask__m--whole as-written" dir="auto">
          {words}
        </p>
      )}
      <Notice tone="stop" acts={<WaitingActs waiting={waiting} />}>
        {why}
      </Notice>
    </>
  )
}
