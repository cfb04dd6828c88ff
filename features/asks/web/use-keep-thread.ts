import { forgetThread, listSaved, saveThread } from '#features/threads/contract/saved.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { showToast } from '#ui/toast.tsx'
import { type Thread, getThread } from '../contract/threads.ts'
import { t } from './post-texts.ts'

/** Keeps a thread for later, or no longer. */
export function useKeepThread(thread: Thread): () => void {
  const refreshes = [getThread, listSaved]
  const save = useSend(saveThread, { refreshes })
  const forget = useSend(forgetThread, { refreshes })
  const input = { number: String(thread.number) }
  const undo = (): void => forget.mutate(input)
  return () =>
    thread.saved
      ? forget.mutate(input, { onSuccess: () => showToast({ text: t('forgotten') }) })
      : save.mutate(input, { onSuccess: () => showToast({ text: t('saved'), undo }) })
}
