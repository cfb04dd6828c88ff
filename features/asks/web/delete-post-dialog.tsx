import { deletePost } from '../contract/posts.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Post } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'

export function DeletePostDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const remove = useSend(deletePost, { refreshes: showsAsks })
  return (
    <Dialog
      title={t('deleteSure')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button stop busy={remove.isPending} onClick={() => remove.mutate({ id: post.id }, { onSuccess: onClose })}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p>{remove.error ? remove.error.message : t('deleteMore')}</p>
    </Dialog>
  )
}
