import { useState } from 'react'
import { editPost } from '../contract/posts.ts'
import { AddFiles } from '#features/threads/web/add-files.tsx'
import { DraftFiles } from '#features/threads/web/draft-files.tsx'
import { filesToSend, useFileDraft } from '#features/threads/web/use-file-draft.ts'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { PostFile } from '#features/threads/contract/file.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Post } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

/** What one wrote, being changed in its place; what is typed stays on this device until it is saved. Where it was changed meanwhile, both texts are seen. */
export function EditPost({ post, onClose }: { post: Post; onClose: () => void }) {
  const draft = `edit:${post.id}`
  const [{ body, over }, set] = useDraft(draft, { body: post.body, over: post.version })
  const [kept, setKept] = useState<readonly PostFile[]>(post.files)
  const files = useFileDraft(kept, setKept, post.files)
  const edit = useSend(editPost, { refreshes: showsAsks, ifMatch: `"${post.version}"`, draft })
  const isChanged = over !== post.version || edit.error?.status === 412
  const error = edit.error && edit.error.status !== 412 ? t('notSent', { why: edit.error.message }) : undefined
  return (
    <form
      {...files.takes}
      onSubmit={(event) => {
        event.preventDefault()
        edit.mutate({ id: post.id, body, ...(kept === post.files ? {} : { files: filesToSend(kept) }) }, { onSuccess: onClose })
      }}
    >
      <TextArea
        reading
        autoFocus
        label={t('edit')}
        value={body}
        dir="auto"
        error={error}
        onChange={(event) => set({ body: event.target.value, over })}
      />
      {isChanged && (
        <>
          <Notice>{t('changedMeanwhile')}</Notice>
          <Written html={post.html} links={post.links} />
        </>
      )}
      <DraftFiles draft={files} posted={post.files} />
      <div className="form-foot">
        <Button kind="main" type="submit" busy={edit.isPending} disabled={body.trim() === '' || files.underWay.length > 0}>
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
