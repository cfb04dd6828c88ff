import { useState } from 'react'
import { onlyChanged } from '#platform/browser/only-changed.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { changePerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { t } from './person-texts.ts'
import { showsPeople } from './shows-people.ts'

/** What a person says of themselves: name and README. */
export function ProfileDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const [name, setName] = useState(person.name)
  const [readme, setReadme] = useState(person.readme)
  const save = useSend(changePerson, { refreshes: showsPeople })
  const errorOf = (path: string): string | undefined => save.error?.errors.find((each) => each.path === path)?.message
  const [stood] = useState({ name, readme })
  const done = (): void => {
    onClose()
    showToast({ text: t('saved') })
  }
  return (
    <Dialog title={t('profile')} wide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ handle: 'me', ...onlyChanged({ name, readme }, stood) }, { onSuccess: done })
        }}
      >
        <TextField
          label={t('name')}
          required
          maxLength={100}
          autoComplete="name"
          dir="auto"
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label={t('readme')}
          reading
          dir="auto"
          rows={8}
          hint={t('readmeHint')}
          value={readme}
          error={errorOf('readme')}
          onChange={(event) => setReadme(event.target.value)}
        />
        {save.error && save.error.errors.length === 0 && <Notice tone="stop">{save.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
