import { Link } from '@tanstack/react-router'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { dropDraft, type ListedDraft, listDrafts } from '#features/threads/contract/drafts.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { t } from './drafts-texts.ts'

/** One draft, with where it is gone on with. */
export function DraftRow({ draft }: { draft: ListedDraft }) {
  const now = useNow()
  const zone = useMyZone()
  const drop = useSend(dropDraft, { refreshes: [listDrafts], draft: draft.key })
  const place = draft.thread ? t('post') : draft.key.startsWith('thread:new') ? t('newThread') : t('postSomewhere')
  return (
    <li className="row row--thread">
      <Icon name="pen-line" />
      <div>
        <Link className="row__t" dir="auto" {...placeOf(draft)}>
          {draft.title || draft.thread?.title || t('untitled')}
        </Link>
        <p className="item__x" dir="auto">
          {draft.excerpt}
        </p>
        <p className="row__s">{t('writtenAt', { place, time: formatSoon(draft.at, { zone, now }) })}</p>
      </div>
      <IconButton icon="trash" label={t('remove')} busy={drop.isPending} onClick={() => drop.mutate({ key: draft.key })} />
    </li>
  )
}

/** Where a draft is written on: `thread:12` in that thread, `thread:new` and what begins so where threads are opened. */
function placeOf({ key, thread }: ListedDraft) {
  if (thread) return { to: '/threads/$number', params: { number: String(thread.number) }, search: {} } as const
  const direct = /^thread:new:direct:(.*)$/.exec(key)?.[1]
  if (direct !== undefined) return { to: '/threads/new', search: { direct } } as const
  const to = /^thread:new:(.+)$/.exec(key)?.[1]
  return { to: '/threads/new', search: to === undefined ? {} : { to } } as const
}
