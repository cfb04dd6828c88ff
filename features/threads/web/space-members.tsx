import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { PersonField } from '#features/availability/web/person-field.tsx'
import { DayBand } from '#features/availability/web/day-band.tsx'
import { useDays } from '#features/availability/web/use-days.ts'
import { type Space, addMember, getSpace, listMembers, listSpaces, removeMember } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { t } from './texts.ts'

const shows = [listMembers, getSpace, listSpaces]

/** Who is a member of a space, in their own day; whoever may, adds and takes out. */
export function SpaceMembers({ space }: { space: Space }) {
  const { data, error, refetch } = useAnswer(listMembers, { slug: space.slug, limit: 100 })
  const days = useDays((data?.items ?? []).map(({ person }) => person.handle))
  const remove = useSend(removeMember, { refreshes: shows })
  if (error && !data) {
    const again = (
      <Button small onClick={() => void refetch()}>
        {t('tryAgain')}
      </Button>
    )
    return (
      <Notice tone="stop" acts={again}>
        {error.message}
      </Notice>
    )
  }
  if (!data) return <Skeleton shape="rows" />
  return (
    <>
      {space.may.addMembers && <AddMember space={space} />}
      {remove.error && <Notice>{remove.error.message}</Notice>}
      {data.items.length === 0 && <Empty title={t('noMembers')} />}
      <ul className="rows">
        {data.items.map(({ person, role }) => {
          const day = days.get(person.handle)
          return (
            <li className="row row--thread" key={person.handle}>
              <PersonAvatar name={person.name} zone={day?.timeZone} />
              <div>
                <Link className="row__t" to="/people/$handle" params={{ handle: person.handle }}>
                  {person.name}
                </Link>
                <p className="row__s">
                  @{person.handle} {role === 'guest' && t('guest')}
                </p>
              </div>
              {day && <DayBand day={day} />}
              {space.may.removeMembers && (
                <Button kind="bare" small onClick={() => remove.mutate({ slug: space.slug, handle: person.handle })}>
                  {t('remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function AddMember({ space }: { space: Space }) {
  const [handle, setHandle] = useState('')
  const [round, setRound] = useState(0)
  const add = useSend(addMember, { refreshes: shows })
  const done = (): void => {
    setHandle('')
    setRound(round + 1)
  }
  return (
    <form
      className="addm"
      onSubmit={(event) => {
        event.preventDefault()
        if (handle !== '') add.mutate({ slug: space.slug, handle }, { onSuccess: done })
      }}
    >
      <PersonField key={round} label={t('addMember')} value={handle} error={add.error?.message} onChange={setHandle} />
      <Button type="submit" busy={add.isPending} disabled={handle === ''}>
        {t('add')}
      </Button>
    </form>
  )
}
