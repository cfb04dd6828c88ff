import { Link } from '@tanstack/react-router'
import { followThread } from '#features/threads/contract/threads.ts'
import { useSavedThread } from '#features/threads/web/use-saved.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { useWaiting } from '#platform/browser/waiting.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { showToast } from '#ui/toast.tsx'
import type { Thread } from '../contract/threads.ts'
import { t as about } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { t as waits } from './waiting-texts.ts'

const levels = {
  digest: { label: 'followDigest', detail: 'followDigestMore', icon: 'bell' },
  named: { label: 'followNamed', detail: 'followNamedMore', icon: 'at-sign' },
  quiet: { label: 'followQuiet', detail: 'followQuietMore', icon: 'bell-off' },
} as const
type Level = keyof typeof levels

interface ThreadBarProps {
  readonly thread: Thread
  /** Absent where the reader may not write it, or what they did about it waits. */
  readonly onOutcome: (() => void) | undefined
  /** Absent where the reader may not change what it says of itself, or what they changed waits. */
  readonly onChange: (() => void) | undefined
  readonly onOpen: (dialog: 'split' | 'move') => void
}

/** Above a thread: where it stands, how much of it reaches the reader, its link, and what else can be done with it. */
export function ThreadBar({ thread, onOutcome, onChange, onOpen }: ThreadBarProps) {
  const number = String(thread.number)
  const { level, isWaiting, set } = useFollow(thread)
  useShortcut('f', { label: t('followOrNot'), group: t('keysGroup') }, () => set(level === 'digest' ? 'named' : 'digest'))
  const copy = (): void => {
    void navigator.clipboard.writeText(`${location.origin}/threads/${number}`).then(() => showToast({ text: t('linkCopied') }))
  }
  const saved = useSavedThread(thread)
  const more = [
    { label: saved.isSaved ? about('forgetThread') : about('saveThread'), onSelect: saved.toggle },
    ...(onChange ? [{ label: about('rename'), onSelect: onChange }] : []),
    ...(thread.may.steer && thread.lastSeq > 1 ? [{ label: about('split'), onSelect: () => onOpen('split') }] : []),
    ...(thread.direct ? [{ label: about('moveToSpace'), onSelect: () => onOpen('move') }] : []),
  ]
  const items = (Object.keys(levels) as Level[]).map((one) => ({
    label: t(levels[one].label),
    detail: one === level && isWaiting ? waits('whenOnline') : t(levels[one].detail),
    checked: one === level,
    onSelect: () => set(one),
  }))
  return (
    <div className="bar">
      <nav className="crumbs" aria-label={t('breadcrumb')}>
        {thread.direct ? (
          <Link to="/direct">{about('direct')}</Link>
        ) : (
          <Link to="/spaces/$slug" params={{ slug: thread.space.slug }}>
            {thread.space.name}
          </Link>
        )}
        <Icon name="chevron-right" />
        <span>#{thread.number}</span>
      </nav>
      <Menu label={t('follow')} items={items}>
        {(trigger) => (
          <Button kind="bare" small icon={levels[level].icon} {...trigger}>
            {t(levels[level].label)}
          </Button>
        )}
      </Menu>
      {onOutcome && thread.state === 'open' && <IconButton keep icon="flag" label={t('writeOutcome')} onClick={onOutcome} />}
      <IconButton keep icon="link-2" label={t('copyLink')} onClick={copy} />
      <Menu label={about('more')} items={more}>
        {(trigger) => <IconButton keep icon="ellipsis" label={about('more')} {...trigger} />}
      </Menu>
    </div>
  )
}

interface Follow {
  /** As it will be once what was chosen is sent. */
  readonly level: Level
  readonly isWaiting: boolean
  readonly set: (level: Level) => void
}

/** How much of a thread reaches the reader, and the way to choose that. */
function useFollow(thread: Thread): Follow {
  const line = `follow:${thread.number}`
  const follow = useQueue(followThread, { line, about: thread.title, replaces: true, refreshes: showsAsks })
  const chosen = useWaiting((one) => one.line === line && one.refusal === null).at(-1)?.request.body['level']
  const waiting = (Object.keys(levels) as Level[]).find((level) => level === chosen)
  const onRefused = ({ message }: Error): void => showToast({ text: about('notDone', { why: message }) })
  return {
    level: waiting ?? thread.follow,
    isWaiting: waiting !== undefined,
    set: (level) => follow.send({ number: String(thread.number), level }, { onRefused }),
  }
}
