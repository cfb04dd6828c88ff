import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type NewPerson, PersonFields, emptyPerson } from '#features/people/web/person-fields.tsx'
import { belongTo } from '#platform/browser/owner.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatList } from '#platform/text/format-span.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { acceptInvitation, getInvitation } from '../contract/invitations.ts'
import { t } from './door-texts.ts'

const roles = { admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const

/** What an invitation is to, and how to take it. */
export function InvitationPage({ code }: { code: string }) {
  const send = useSend(acceptInvitation)
  // Once taken it is not looked at again: it would answer that it is used.
  const { data, error } = useAnswer(getInvitation, { code }, { enabled: !send.isSuccess })
  const [person, setPerson] = useState<NewPerson>(emptyPerson)
  const client = useQueryClient()
  const navigate = useNavigate()
  if (error) {
    return (
      <>
        <h1>{t('gone')}</h1>
        <p>{t('goneMore')}</p>
      </>
    )
  }
  if (!data) return <Skeleton shape="text" />
  const { email, ...rest } = person
  const input = { code, ...rest, token: false, ...(data.email === null ? { email } : {}) }
  const enter = async (id: string): Promise<void> => {
    await belongTo(id)
    client.clear()
    await navigate({ to: '/settings/hours', replace: true })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate(input, { onSuccess: ({ person }) => void enter(person.id) })
      }}
    >
      <h1>{t('join', { workspace: data.workspace.name })}</h1>
      <p>
        {data.spaces.length > 0
          ? t('joinSpaces', { name: data.invitedBy.name, spaces: formatList(data.spaces.map((space) => space.name)) })
          : t('joinMore', { name: data.invitedBy.name, role: t(roles[data.role]) })}
      </p>
      <div className="door__fields">
        <PersonFields
          person={person}
          onChange={setPerson}
          errorOf={(field) => send.error?.errors.find((each) => each.path === field)?.message}
          withoutEmail={data.email !== null}
        />
      </div>
      {send.error && <Notice tone="stop">{send.error.errors.length === 0 ? send.error.message : t('seeMarked')}</Notice>}
      <div className="form-foot">
        <Button kind="main" wide type="submit" busy={send.isPending}>
          {t('joinDo')}
        </Button>
      </div>
    </form>
  )
}
