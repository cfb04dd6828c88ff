import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOptions } from '#platform/browser/use-answer.ts'
import type { Ask } from '../contract/ask.ts'
import { getPost } from '../contract/posts.ts'

/** Leads to the post that answered an ask, wherever it stands now. */
export function useSeeAnswer(): (ask: Ask) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return ({ answer }) => {
    const id = answer?.post ?? ''
    const here = document.querySelector(`[data-post="${id}"]`)
    if (here) here.scrollIntoView()
    else {
      void client
        .fetchQuery(answerOptions(getPost, { id }))
        .then(({ number, seq }) => navigate({ to: '/threads/$number', params: { number: String(number) }, search: { post: seq } }))
    }
  }
}
