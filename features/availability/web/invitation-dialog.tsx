import { useState } from 'react'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Check, SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { type Invitation, listInvitations, makeInvitation } from '../contract/invitations.ts'
import { CopyField } from './copy-field.tsx'
import { t } from './settings-texts.ts'

interface InvitationDialogProps {
  /** Whether others than guests may be invited. */
  readonly mayAll: boolean
  readonly onClose: () => void
}

type Role = Invitation['role']

const roles: readonly Role[] = ['member', 'guest', 'admin']
const roleTexts = { admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const

/** Makes an invitation, then shows its link this once. */
export function InvitationDialog({ mayAll, onClose }: InvitationDialogProps) {
  const [role, setRole] = useState<Role>(mayAll ? 'member' : 'guest')
  const [spaces, setSpaces] = useState<readonly string[]>([])
  const [email, setEmail] = useState('')
  const make = useSend(makeInvitation, { refreshes: [listInvitations] })
  const errorOf = (path: string): string | undefined => make.error?.errors.find((each) => each.path.startsWith(path))?.message
  if (make.data) {
    return (
      <Dialog
        title={t('invitationMade')}
        onClose={onClose}
        foot={
          <Button kind="main" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <CopyField label={t('link')} text={make.data.url} hint={t('invitationOnce')} />
      </Dialog>
    )
  }
  const input = { role, spaces: [...spaces], ...(email === '' ? {} : { email }) }
  return (
    <Dialog title={t('invite')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate(input)
        }}
      >
        <SelectField
          label={t('role')}
          value={role}
          hint={role === 'guest' && t('guestHint')}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles
            .filter((each) => mayAll || each === 'guest')
            .map((each) => (
              <option key={each} value={each}>
                {t(roleTexts[each])}
              </option>
            ))}
        </SelectField>
        <SpacesField mayAll={mayAll} chosen={spaces} onChange={setSpaces} />
        <TextField
          label={t('inviteEmail')}
          aside={t('optional')}
          type="email"
          autoComplete="off"
          value={email}
          hint={t('inviteEmailHint')}
          error={errorOf('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        {make.error && !errorOf('email') && <Notice tone="stop">{make.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={make.isPending}>
            {t('makeInvitation')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface SpacesFieldProps {
  readonly mayAll: boolean
  readonly chosen: readonly string[]
  readonly onChange: (slugs: readonly string[]) => void
}

/** The spaces the invited person joins: any one may see, or those one is a member of. */
function SpacesField({ mayAll, chosen, onChange }: SpacesFieldProps) {
  const { data } = useWhole(listSpaces, { limit: 100, ...(mayAll ? {} : { member: 'me' as const }) })
  const toggle = (slug: string): void => onChange(chosen.includes(slug) ? chosen.filter((other) => other !== slug) : [...chosen, slug])
  return (
    <fieldset className="field">
      <legend className="lab">{t('inviteSpaces')}</legend>
      {data?.items.length === 0 && <p className="quiet">{t(mayAll ? 'inviteNoSpacesYet' : 'inviteNoSpaces')}</p>}
      <div className="checks">
        {data?.items.map(({ slug, name }) => (
          <Check key={slug} label={name} checked={chosen.includes(slug)} onChange={() => toggle(slug)} />
        ))}
      </div>
    </fieldset>
  )
}
