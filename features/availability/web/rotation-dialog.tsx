import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { onlyChanged } from '#platform/browser/only-changed.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Check, TextArea, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { changeRotation, makeRotation, type Rotation } from '../contract/rotations.ts'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'

/** What a rotation says of itself; without one, a new one is made. */
export function RotationDialog({ rotation, onClose }: { rotation?: Rotation; onClose: () => void }) {
  const [name, setName] = useState(rotation?.name ?? '')
  const [slug, setSlug] = useState('')
  const [purpose, setPurpose] = useState(rotation?.purpose ?? '')
  const [escalateAfter, setEscalateAfter] = useState(rotation?.escalateAfter ?? 5)
  const [wholeWorkspace, setWhole] = useState(rotation?.wholeWorkspace ?? false)
  const navigate = useNavigate()
  const make = useSend(makeRotation, { refreshes: showsRotations })
  const change = useSend(changeRotation, { refreshes: showsRotations })
  const { error, isPending } = rotation ? change : make
  const errorOf = (path: string): string | undefined => error?.errors.find((each) => each.path === path)?.message
  const fields = { name, purpose, escalateAfter }
  const said = { ...fields, wholeWorkspace }
  const [stood] = useState(said)
  const submit = (): void => {
    const changed = onlyChanged(said, stood)
    if (rotation && Object.keys(changed).length === 0) return onClose()
    if (rotation) return change.mutate({ slug: rotation.slug, ...changed }, { onSuccess: onClose })
    make.mutate(
      { slug, ...fields },
      {
        onSuccess: (made) => {
          onClose()
          void navigate({ to: '/rotations/$slug', params: { slug: made.slug } })
        },
      },
    )
  }
  return (
    <Dialog title={rotation ? t('edit') : t('newRotation')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField label={t('name')} required value={name} error={errorOf('name')} onChange={(event) => setName(event.target.value)} />
        {!rotation && (
          <TextField label={t('slug')} required value={slug} error={errorOf('slug')} onChange={(event) => setSlug(event.target.value)} />
        )}
        <TextArea
          label={t('purpose')}
          hint={t('purposeHint')}
          value={purpose}
          error={errorOf('purpose')}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <TextField
          label={t('escalateAfter')}
          type="number"
          min={1}
          max={120}
          value={escalateAfter}
          error={errorOf('escalateAfter')}
          onChange={(event) => setEscalateAfter(Number(event.target.value))}
        />
        {rotation?.may.chooseForWorkspace && (
          <Check label={t('whole')} hint={t('wholeHint')} checked={wholeWorkspace} onChange={(event) => setWhole(event.target.checked)} />
        )}
        {error && error.errors.length === 0 && <Notice tone="stop">{error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={isPending}>
            {rotation ? t('save') : t('make')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
