import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { belongTo } from '#platform/browser/owner.ts'
import { showToast } from '#ui/toast.tsx'
import { t } from './texts.ts'

/** Goes in, once somebody is signed in: to the page that was wanted. By a code, they may have forgotten their password. */
export function useEnter(next: string | undefined): (person: { readonly id: string }, way?: 'code') => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const enter = async (person: string): Promise<void> => {
    const to = isOwnPage(next) ? next : '/'
    // What somebody else left in the memory of this window goes with its document.
    if (await belongTo(person)) return location.replace(to)
    client.clear()
    await navigate({ to, replace: true })
  }
  return ({ id }, way) => {
    if (way === 'code') showToast({ text: t('enteredByCode') })
    void enter(id)
  }
}

/** Only a place within this site is gone to afterwards. */
function isOwnPage(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])/.test(next)
}
