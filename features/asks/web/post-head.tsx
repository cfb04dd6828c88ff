import type { Day } from '#features/availability/contract/days.ts'
import { DayBand } from '#features/availability/web/day-band.tsx'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon, formatThere } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { IconButton } from '#ui/button.tsx'
import { Menu } from '#ui/menu.tsx'
import { Time } from '#ui/time.tsx'
import type { Post, Thread } from '../contract/threads.ts'
import { type PostDialog, usePostMenu } from './post-menu.ts'
import { ReactButton } from './react-button.tsx'
import { t } from './texts.ts'
import type { ThreadActs } from './thread-acts.ts'

interface PostHeadProps {
  readonly post: Post
  readonly thread: Thread
  readonly day: Day | undefined
  /** Whether their day is drawn as well. */
  readonly hasBand: boolean
  readonly acts: ThreadActs
  readonly onOpen: (dialog: PostDialog) => void
  readonly onReact: (emoji: string) => void
}

/** Above a post: who wrote it, when and where they are, and what can be done with it. */
export function PostHead({ post, thread, day, hasBand, acts, onOpen, onReact }: PostHeadProps) {
  const now = useNow()
  const zone = useMyZone()
  const place = day?.timeZone ?? zone
  const items = usePostMenu({ post, thread, acts, onOpen })
  return (
    <header className="post__h">
      <PersonAvatar name={post.author.name} zone={day?.timeZone} />
      <span>
        <b>{post.author.name}</b>
      </span>
      <Time at={post.at} manner={{ zone: place, now }}>
        {t('at', { date: formatThere(post.at, { zone: place, now }), city: zoneCity(place) })}
      </Time>
      {post.editedAt && <span>{t('edited', { when: formatSoon(post.editedAt, { zone, now }) })}</span>}
      <span className="end">
        {day && hasBand && <DayBand day={day} />}
        {thread.may.post && <ReactButton onReact={onReact} />}
        <Menu label={t('more')} items={items}>
          {(trigger) => <IconButton icon="ellipsis" label={t('more')} {...trigger} />}
        </Menu>
      </span>
    </header>
  )
}
