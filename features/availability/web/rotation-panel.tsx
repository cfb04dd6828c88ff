import { useState } from 'react'
import { useSend } from '#platform/browser/use-send.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { addRotationMember, removeRotationMember, type Rotation } from '../contract/rotations.ts'
import { PersonField } from './person-field.tsx'
import { RotationDialog } from './rotation-dialog.tsx'
import { callsOf } from './rotations-page.tsx'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'

/** Beside a rotation: what it is on call for, how it pages, and who is in it. */
export function RotationPanel({ rotation }: { rotation: Rotation }) {
  const [isChanging, setChanging] = useState(false)
  const [handle, setHandle] = useState('')
  const sends = { refreshes: showsRotations }
  const add = useSend(addRotationMember, sends)
  const remove = useSend(removeRotationMember, sends)
  const { slug, may, members, escalateAfter } = rotation
  const problem = add.error ?? remove.error
  return (
    <aside className="panel" aria-label={t('about')}>
      <section>
        <h2>{t('about')}</h2>
        <p>{callsOf(rotation)}</p>
        <p className="quiet">{t('escalates', { count: escalateAfter })}</p>
        {(may.change || may.chooseForWorkspace) && (
          <Button small kind="bare" onClick={() => setChanging(true)}>
            {t('edit')}
          </Button>
        )}
      </section>
      <section>
        <h2>{t('membersTitle')}</h2>
        <ul className="duty__members">
          {members.map((person) => (
            <li key={person.handle}>
              <span dir="auto">{person.name}</span>
              {may.change && (
                <IconButton
                  icon="x"
                  label={t('removeMember', { name: person.name })}
                  onClick={() => remove.mutate({ slug, handle: person.handle })}
                />
              )}
            </li>
          ))}
        </ul>
        {may.change && (
          <form
            className="addm"
            onSubmit={(event) => {
              event.preventDefault()
              add.mutate({ slug, handle }, { onSuccess: () => setHandle('') })
            }}
          >
            <PersonField key={members.length} label={t('addMember')} value={handle} onChange={setHandle} />
            <Button type="submit" busy={add.isPending} disabled={handle === ''}>
              {t('add')}
            </Button>
          </form>
        )}
        {problem && <Notice tone="stop">{problem.message}</Notice>}
      </section>
      {isChanging && <RotationDialog rotation={rotation} onClose={() => setChanging(false)} />}
    </aside>
  )
}
