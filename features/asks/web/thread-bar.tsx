import { Link } from '@tanstack/react-router'
import { followThread } from '#features/threads/contract/threads.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { showToast } from '#ui/toast.tsx'
import type { Thread } from '../contract/threads.ts'
import { t as about } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { useKeepThread } from './use-keep-thread.ts'

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
  const follow = useSend(followThread, { refreshes: showsAsks })
  const number = String(thread.number)
  const set = (level: Level): void => follow.mutate({ number, level })
  // What was wished last may be on its way.
  const wished = follow.isPending ? follow.variables.level : thread.follow
  useShortcut('f', { label: t('followOrNot'), group: t('keysGroup') }, () => set(wished === 'digest' ? 'named' : 'digest'))
  const copy = (): void => {
    void navigator.clipboard.writeText(`${location.origin}/threads/${number}`).then(() => showToast({ text: t('linkCopied') }))
  }
  const keep = useKeepThread(thread)
  const more = [
    { label: thread.saved ? about('forgetThread') : about('saveThread'), onSelect: keep },
    ...(onChange ? [{ label: about('rename'), onSelect: onChange }] : []),
    ...(thread.may.steer && thread.lastSeq > 1 ? [{ label: about('split'), onSelect: () => onOpen('split') }] : []),
    ...(thread.direct ? [{ label: about('moveToSpace'), onSelect: () => onOpen('move') }] : []),
  ]
  const items = (Object.keys(levels) as Level[]).map((level) => ({
    label: t(levels[level].label),
    detail: t(levels[level].detail),
    checked: thread.follow === level,
    onSelect: () => set(level),
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
          <Button kind="bare" small icon={levels[thread.follow].icon} {...trigger}>
            {t(levels[thread.follow].label)}
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
