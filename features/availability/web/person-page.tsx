import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatTime, formatWeekday } from '#platform/text/format-time.ts'
import { timeText } from '#platform/text/time-texts.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { getPerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { Administration } from './administration.tsx'
import { PersonAvatar } from './person-avatar.tsx'
import { PersonDay } from './person-day.tsx'
import { PersonPanel } from './person-panel.tsx'
import { t } from './person-texts.ts'
import { ProfileDialog } from './profile-dialog.tsx'
import { useMe } from './use-me.ts'
import { WaysOn } from './ways-on.tsx'

interface Slots {
  /** What is open between the reader and this person. */
  readonly between: (person: Person) => ReactNode
}

/** One person: where and when they are, how they work, how to ask them; for oneself and those who administer, what can be changed. */
export function PersonPage({ handle, between }: { handle: string } & Slots) {
  const { data: person, error, refetch } = useAnswer(getPerson, { handle })
  if (error?.status === 404) {
    return (
      <Empty whole title={t('notFound')} act={<WaysOn near="people" />}>
        {t('notFoundMore')}
      </Empty>
    )
  }
  if (error && !person) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!person) {
    return (
      <div className="wrap">
        <Skeleton shape="text" />
      </div>
    )
  }
  return <PersonView person={person} between={between} />
}

function PersonView({ person, between }: { person: Person } & Slots) {
  const me = useMe()
  const [isEditing, setEditing] = useState(false)
  const isMe = person.id === me?.person.id
  return (
    <div className="wrap person">
      <PersonHead person={person} isMe={isMe} onEdit={() => setEditing(true)} />
      {!person.active && (
        <Notice tone="plain" icon="user-round">
          {t('deactivated', { name: person.name })}
        </Notice>
      )}
      <div className="person__parts">
        {person.active && <PersonDay person={person} isMe={isMe} />}
        {person.active && <PersonPanel person={person} isMe={isMe} />}
        <div>
          {person.active && between(person)}
          <Readme person={person} isMe={isMe} onWrite={() => setEditing(true)} />
          <Administration person={person} me={me?.person} />
        </div>
      </div>
      {isEditing && <ProfileDialog person={person} onClose={() => setEditing(false)} />}
    </div>
  )
}

function PersonHead({ person, isMe, onEdit }: { person: Person; isMe: boolean; onEdit: () => void }) {
  const now = useNow()
  const manner = { zone: person.timeZone }
  const time = timeText('dayAndTime', { day: formatWeekday(now, manner), time: formatTime(now, manner) })
  return (
    <header className="page-head">
      <div className="person__head">
        <PersonAvatar name={person.name} zone={person.timeZone} size="xl" />
        <div>
          <h1 dir="auto">{person.name}</h1>
          <p className="lede num">{t('whereIs', { handle: person.handle, city: zoneCity(person.timeZone), time })}</p>
        </div>
      </div>
      {isMe ? (
        <span className="acts">
          <Link className={buttonClass()} to="/settings/hours">
            {t('hours')}
          </Link>
          <Button icon="pen-line" onClick={onEdit}>
            {t('profile')}
          </Button>
        </span>
      ) : (
        person.active && (
          <span className="acts">
            <Link className={buttonClass()} to="/threads/new" search={{ direct: person.handle }}>
              <Icon name="lock" />
              {t('directly')}
            </Link>
            <Link className={buttonClass({ kind: 'main' })} to="/threads/new" search={{ to: person.handle }}>
              <Icon name="pen-line" />
              {t('ask', { name: person.name.split(' ')[0] ?? person.name })}
            </Link>
          </span>
        )
      )}
    </header>
  )
}

function Readme({ person, isMe, onWrite }: { person: Person; isMe: boolean; onWrite: () => void }) {
  return (
    <section className="part">
      <h2 className="sec">{isMe ? t('readme') : t('readmeOf', { name: person.name })}</h2>
      {person.readme === '' ? (
        <>
          <p className="quiet">{isMe ? t('readmeNoneMine') : t('readmeNone', { name: person.name })}</p>
          {isMe && <Button onClick={onWrite}>{t('write')}</Button>}
        </>
      ) : (
        <p className="person__readme" dir="auto">
          {person.readme}
        </p>
      )}
    </section>
  )
}
