import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '#ui/field.tsx'
import { type Thread, moveThread } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'

/** Where a direct thread goes on in a space: with a title and a summary of its own, because nothing else comes along. */
export function MoveThreadDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const { data } = useWhole(listSpaces, { limit: 100 }, { staleTime: 60_000 })
  const spaces = (data?.items ?? []).filter((space) => space.may.post)
  const [slug, setSlug] = useState('')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const navigate = useNavigate()
  const move = useSend(moveThread, { refreshes: showsAsks })
  const space = slug || spaces.find(({ member }) => member)?.slug || spaces[0]?.slug || ''
  const errorOf = (path: string): string | undefined => move.error?.errors.find((each) => each.path === path)?.message
  const send = (): void =>
    move.mutate(
      { number: String(thread.number), space, title, body },
      {
        onSuccess: (made) => {
          onClose()
          void navigate({ to: '/threads/$number', params: { number: String(made.number) } })
        },
      },
    )
  return (
    <Dialog
      title={t('moveTitle')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={move.isPending} disabled={space === '' || title.trim() === '' || body.trim() === ''} onClick={send}>
            {t('moveDo')}
          </Button>
        </>
      }
    >
      <p className="dialog__lede">{t('moveMore')}</p>
      <SelectField label={t('moveSpace')} value={space} error={errorOf('space')} onChange={(event) => setSlug(event.target.value)}>
        {spaces.map((each) => (
          <option key={each.slug} value={each.slug}>
            {each.name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('moveThreadTitle')}
        value={title}
        dir="auto"
        error={errorOf('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        reading
        label={t('moveSummary')}
        hint={t('moveSummaryHint')}
        value={body}
        dir="auto"
        rows={5}
        error={errorOf('body')}
        onChange={(event) => setBody(event.target.value)}
      />
      {move.error && move.error.errors.length === 0 && <p role="alert">{move.error.message}</p>}
    </Dialog>
  )
}
