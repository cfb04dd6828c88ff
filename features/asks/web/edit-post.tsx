import { editPost } from '../contract/posts.ts'
import { AddFiles } from '#features/threads/web/add-files.tsx'
import { DraftFiles } from '#features/threads/web/draft-files.tsx'
import { filesToSend, useFileDraft } from '#features/threads/web/use-file-draft.ts'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import type { PostFile } from '#features/threads/contract/file.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Post, Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { lineOf } from './waiting-words.ts'
import { Written } from './written.tsx'

interface Draft {
  readonly body: string
  /** The version that it is written over. */
  readonly over: number
  /** Those it has from now on; null for those it has. */
  readonly files: readonly PostFile[] | null
}

interface EditPostProps {
  readonly post: Post
  readonly thread: Thread
  readonly onClose: () => void
}

/** What one wrote, being changed in its place; what is typed stays on this device until it is saved. Where it was changed meanwhile, both texts are seen. */
export function EditPost({ post, thread, onClose }: EditPostProps) {
  const draft = `edit:${post.id}`
  const [{ body, over, files: kept }, set] = useDraft<Draft>(draft, { body: post.body, over: post.version, files: null })
  const files = useFileDraft(kept ?? post.files, (changed) => set((before) => ({ ...before, files: changed })), post.files)
  const edit = useQueue(editPost, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft })
  const send = (): void => {
    const input = { id: post.id, body, ...(kept === null ? {} : { files: filesToSend(kept) }) }
    edit.send(input, { ifMatch: String(post.version), onSent: onClose, onWaits: onClose })
  }
  const isChanged = over !== post.version || edit.error?.status === 412
  const error = edit.error && edit.error.status !== 412 ? t('notSent', { why: edit.error.message }) : undefined
  return (
    <form
      {...files.takes}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        reading
        autoFocus
        label={t('edit')}
        value={body}
        dir="auto"
        error={error}
        onChange={(event) => set({ body: event.target.value, over, files: kept })}
      />
      {isChanged && (
        <>
          <Notice>{t('changedMeanwhile')}</Notice>
          <Written html={post.html} links={post.links} />
        </>
      )}
      <DraftFiles draft={files} posted={post.files} />
      <div className="form-foot">
        <Button kind="main" type="submit" busy={edit.isSending} disabled={body.trim() === '' || files.underWay.length > 0}>
          {t('save')}
        </Button>
        <AddFiles onAdd={files.add} />
        <Button
          kind="bare"
          onClick={() => {
            letGoOfDraft(draft)
            onClose()
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
