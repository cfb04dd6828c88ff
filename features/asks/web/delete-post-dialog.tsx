import { deletePost } from '../contract/posts.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Post, Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { lineOf } from './waiting-words.ts'

interface DeletePostDialogProps {
  readonly post: Post
  readonly thread: Thread
  readonly onClose: () => void
}

/** Asks once more before a post is taken away. */
export function DeletePostDialog({ post, thread, onClose }: DeletePostDialogProps) {
  const remove = useQueue(deletePost, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks })
  return (
    <Dialog
      title={t('deleteSure')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button stop busy={remove.isSending} onClick={() => remove.send({ id: post.id }, { onSent: onClose, onWaits: onClose })}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p>{remove.error ? remove.error.message : t('deleteMore')}</p>
    </Dialog>
  )
}
