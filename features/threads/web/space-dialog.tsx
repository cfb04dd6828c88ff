import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listRotations } from '#features/availability/contract/rotations.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { type Space, changeSpace, getSpace, listSpaces, makeSpace } from '#features/spaces/contract/space.ts'
import { onlyChanged } from '#platform/browser/only-changed.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { t } from './texts.ts'

/** What a space says of itself; without one, a new one is made. */
export function SpaceDialog({ space, onClose }: { space?: Space; onClose: () => void }) {
  const [name, setName] = useState(space?.name ?? '')
  const [slug, setSlug] = useState('')
  const [purpose, setPurpose] = useState(space?.purpose ?? '')
  const [visibility, setVisibility] = useState<Space['visibility']>(space?.visibility ?? 'open')
  const [rotation, setRotation] = useState(space?.rotation ?? '')
  const rotations = useWhole(listRotations, { limit: 100 }, { enabled: space !== undefined }).data?.items ?? []
  const [respondWithin, setRespondWithin] = useState(space?.respondWithin ?? 1)
  const navigate = useNavigate()
  const shows = { refreshes: [listSpaces, getSpace] }
  const make = useSend(makeSpace, shows)
  const change = useSend(changeSpace, shows)
  const { error, isPending } = space ? change : make
  const errorOf = (path: string): string | undefined => error?.errors.find((each) => each.path === path)?.message
  const chosen = slug || slugFrom(name)
  const fields = { name, purpose, visibility, respondWithin }
  const said = { ...fields, rotation: rotation === '' ? null : rotation }
  const [stood] = useState(said)
  const submit = (): void => {
    const changed = onlyChanged(said, stood)
    if (space && Object.keys(changed).length === 0) return onClose()
    if (space) return change.mutate({ slug: space.slug, ...changed }, { onSuccess: onClose })
    make.mutate(
      { slug: chosen, ...fields },
      {
        onSuccess: (made) => {
          onClose()
          void navigate({ to: '/spaces/$slug', params: { slug: made.slug } })
        },
      },
    )
  }
  return (
    <Dialog title={space ? t('edit') : t('newSpace')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={t('name')}
          required
          autoFocus
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        {!space && (
          <TextField
            label={t('slug')}
            value={chosen}
            hint={t('slugHint', { slug: `/spaces/${chosen}` })}
            error={errorOf('slug')}
            onChange={(event) => setSlug(event.target.value)}
          />
        )}
        <TextArea
          label={t('purpose')}
          hint={t('purposeHint')}
          value={purpose}
          error={errorOf('purpose')}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <SelectField
          label={t('visibility')}
          value={visibility}
          error={errorOf('visibility')}
          onChange={(event) => setVisibility(event.target.value as Space['visibility'])}
        >
          <option value="open">{t('open')}</option>
          <option value="private">{t('private')}</option>
        </SelectField>
        <TextField
          label={t('respondWithin')}
          type="number"
          min={0}
          max={250}
          value={respondWithin}
          error={errorOf('respondWithin')}
          onChange={(event) => setRespondWithin(Number(event.target.value))}
        />
        {space && (rotations.length > 0 || rotation !== '') && (
          <SelectField
            label={t('rotation')}
            value={rotation}
            error={errorOf('rotation')}
            onChange={(event) => setRotation(event.target.value)}
          >
            <option value="">{t('rotationNone')}</option>
            {rotations.map(({ slug: name, name: label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </SelectField>
        )}
        {error && error.errors.length === 0 && <Notice tone="stop">{error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={isPending}>
            {space ? t('save') : t('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
}
