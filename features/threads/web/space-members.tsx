import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { PersonField } from '#features/availability/web/person-field.tsx'
import { DayBand } from '#features/availability/web/day-band.tsx'
import { useDays } from '#features/availability/web/use-days.ts'
import { type Member, type Space, addMember, getSpace, listMembers, listSpaces, removeMember } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatTime } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { t } from './texts.ts'

/** As many as can be looked up by day at once. */
const AT_ONCE = 100
const shows = [listMembers, getSpace, listSpaces]

/** Who is a member of a space, in their own day; whoever may, adds and takes out. */
export function SpaceMembers({ space }: { space: Space }) {
  const { items, error, hasMore, isLoadingMore, more, again: askAgain } = usePages(listMembers, { slug: space.slug, limit: AT_ONCE })
  const remove = useSend(removeMember, { refreshes: shows })
  const takeOut = (handle: string): void => remove.mutate({ slug: space.slug, handle })
  if (error && !items) {
    const again = (
      <Button small onClick={askAgain}>
        {t('tryAgain')}
      </Button>
    )
    return (
      <Notice tone="stop" acts={again}>
        {error.message}
      </Notice>
    )
  }
  if (!items) return <Skeleton shape="rows" />
  return (
    <>
      {space.may.addMembers && <AddMember space={space} />}
      {remove.error && <Notice>{remove.error.message}</Notice>}
      {items.length === 0 && <Empty title={t('noMembers')} />}
      <ul className="rows">
        {chunked(items).map((some) => (
          <Members key={some[0]?.person.handle} members={some} onRemove={space.may.removeMembers ? takeOut : undefined} />
        ))}
      </ul>
      {hasMore && (
        <p className="cut">
          <Button kind="bare" small busy={isLoadingMore} onClick={more}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

const chunked = (members: readonly Member[]): Member[][] =>
  Array.from({ length: Math.ceil(members.length / AT_ONCE) }, (_, place) => members.slice(place * AT_ONCE, (place + 1) * AT_ONCE))

interface MembersProps {
  readonly members: readonly Member[]
  /** Takes somebody out; absent where the reader may not. */
  readonly onRemove: ((handle: string) => void) | undefined
}

function Members({ members, onRemove }: MembersProps) {
  const days = useDays(members.map(({ person }) => person.handle))
  const now = useNow()
  return members.map(({ person, role }) => {
    const day = days.get(person.handle)
    return (
      <li className="row row--thread" key={person.handle}>
        <PersonAvatar name={person.name} zone={day?.timeZone} />
        <div>
          <Link className="row__t" to="/people/$handle" params={{ handle: person.handle }}>
            {person.name}
          </Link>
          <p className="row__s">
            {day
              ? t('where', { handle: person.handle, time: formatTime(now, { zone: day.timeZone }), city: zoneCity(day.timeZone) })
              : `@${person.handle}`}{' '}
            {role === 'guest' && t('guest')}
          </p>
        </div>
        {day && <DayBand day={day} />}
        {onRemove && (
          <Button kind="bare" small onClick={() => onRemove(person.handle)}>
            {t('remove')}
          </Button>
        )}
      </li>
    )
  })
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
