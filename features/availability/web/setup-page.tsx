import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type NewPerson, PersonFields, emptyPerson } from '#features/people/web/person-fields.tsx'
import { belongTo } from '#platform/browser/owner.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { getSetup, setUp } from '../contract/setup.ts'
import { t } from './door-texts.ts'

/** First run: a workspace and its owner. The code is asked for where others could reach this server. */
export function SetupPage() {
  const [workspace, setWorkspace] = useState('')
  const [person, setPerson] = useState<NewPerson>(emptyPerson)
  const [code, setCode] = useState('')
  const send = useSend(setUp)
  const client = useQueryClient()
  const navigate = useNavigate()
  const errorOf = (path: string): string | undefined => send.error?.errors.find((each) => each.path === path)?.message
  const isDone = send.error?.code === 'setup.already_done'
  const setup = useAnswer(getSetup, {}, { staleTime: Infinity }).data
  const asksCode = setup?.code || send.error?.code === 'setup.code_wrong' || errorOf('code') !== undefined || code !== ''
  const submit = (): void =>
    send.mutate(
      { workspace: { name: workspace, slug: slugFrom(workspace) }, owner: person, token: false, ...(code ? { code } : {}) },
      {
        onSuccess: ({ person }) => {
          client.clear()
          void belongTo(person.id).then(() => navigate({ to: '/settings/hours', replace: true }))
        },
      },
    )
  if (isDone) {
    return (
      <>
        <h1>{t('already')}</h1>
        <p>{t('alreadyMore')}</p>
        <Link className="btn btn--main btn--wide" to="/sign-in">
          {t('signIn')}
        </Link>
      </>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1>{t('firstRun')}</h1>
      <p>{t('firstRunMore')}</p>
      <div className="door__fields">
        <TextField
          label={t('workspace')}
          required
          autoFocus
          autoComplete="organization"
          value={workspace}
          error={errorOf('workspace.name') ?? errorOf('workspace.slug')}
          onChange={(event) => setWorkspace(event.target.value)}
        />
        <PersonFields person={person} onChange={setPerson} errorOf={(field) => errorOf(`owner.${field}`)} />
        {asksCode && (
          <TextField
            label={t('code')}
            required
            hint={t('codeHint')}
            value={code}
            error={errorOf('code')}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </div>
      {send.error && <Notice tone="stop">{send.error.errors.length === 0 ? send.error.message : t('seeMarked')}</Notice>}
      <div className="form-foot">
        <Button kind="main" wide type="submit" busy={send.isPending}>
          {t('begin')}
        </Button>
      </div>
    </form>
  )
}

function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'team'
}
