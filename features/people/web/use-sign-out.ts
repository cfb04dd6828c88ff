import { useQueryClient } from '@tanstack/react-query'
import { forgetDevice } from '#platform/browser/owner.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { defineTexts } from '#platform/text/define-texts.ts'
import { showToast } from '#ui/toast.tsx'
import { signOut } from '../contract/sign-out.ts'

const t = defineTexts('people-sign-out', {
  unsent: {
    one: 'One thing you sent has not left yet. It is forgotten here when you sign out.',
    other: '{count} things you sent have not left yet. They are forgotten here when you sign out.',
  },
  signOut: 'Sign out',
  failed: 'Not signed out: the server did not answer. Try again.',
})

/** Ends this session and forgets all that this device keeps of it; asks first where something has not been sent. */
export function useSignOut(): { readonly leave: () => void; readonly isLeaving: boolean } {
  const client = useQueryClient()
  const send = useSend(signOut)
  const done = async (): Promise<void> => {
    client.clear()
    await forgetDevice()
    // A new document: nothing of theirs stays in memory for whoever signs in next, not even what could be undone.
    location.replace('/sign-in')
  }
  const leave = (): void => send.mutate({}, { onSuccess: () => void done(), onError: () => showToast({ text: t('failed') }) })
  // As it is kept on the device: a page that was just opened may not know of it yet.
  const ask = async (): Promise<void> => {
    const { listWaiting } = await import('#platform/browser/outbox-entries.ts')
    const unsent = (await listWaiting()).filter(({ isQuiet }) => !isQuiet).length
    if (unsent === 0) leave()
    else showToast({ text: t('unsent', { count: unsent }), stays: true, act: { label: t('signOut'), run: leave } })
  }
  return { leave: () => void ask().catch(leave), isLeaving: send.isPending }
}
