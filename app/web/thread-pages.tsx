import type { ComponentProps } from 'react'
import { type Finding, FindingContext } from '#features/asks/web/finding.ts'
import { NewThreadPage } from '#features/asks/web/new-thread-page.tsx'
import { ThreadPage } from '#features/asks/web/thread-page.tsx'
import { AnswerDialog } from '#features/search/web/answer-dialog.tsx'
import { AnsweredList } from '#features/search/web/answered-list.tsx'

const finding: Finding = { Answered: AnsweredList, FindAnswer: AnswerDialog }

/** A thread, with what search finds for whoever writes in it. */
export function ThreadWithFinding(props: ComponentProps<typeof ThreadPage>) {
  return (
    <FindingContext value={finding}>
      <ThreadPage {...props} />
    </FindingContext>
  )
}

/** Where a thread is opened, with what search finds for whoever writes it. */
export function NewThreadWithFinding(props: ComponentProps<typeof NewThreadPage>) {
  return (
    <FindingContext value={finding}>
      <NewThreadPage {...props} />
    </FindingContext>
  )
}
