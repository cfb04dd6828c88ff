import { listRevisions } from '#features/threads/contract/posts.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Post } from '../contract/threads.ts'
import { t } from './texts.ts'

/** What a post said, from now back to the first time. */
export function RevisionsDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const { data, error } = useAnswer(listRevisions, { id: post.id, limit: 100 })
  return (
    <Dialog title={t('editedBefore')} wide onClose={onClose}>
      {!data && !error && <Skeleton shape="text" />}
      {error && <p role="alert">{error.message}</p>}
      {data?.items.map((revision) => (
        <section key={revision.version} className="post">
          <header className="post__h">
            <b>{revision.by.name}</b> {formatDateTime(revision.at, { zone, now })}
          </header>
          <p className="read as-written" dir="auto">
            {revision.body}
          </p>
        </section>
      ))}
    </Dialog>
  )
}
