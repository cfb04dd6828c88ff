import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Post, type Thread, splitThread } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { beginningOf } from './quoting.ts'
import { showsAsks } from './shows-asks.ts'
import { usePostsBehind } from './use-posts-behind.ts'
import { lineOf } from './waiting-words.ts'

interface SplitDialogProps {
  readonly thread: Thread
  /** The seq of the first post that goes, as long as nothing else is chosen. */
  readonly from: number
  /** By id, where they were chosen before. */
  readonly chosen?: readonly string[] | undefined
  readonly onClose: () => void
}

/** Where posts are taken out of a thread: which, and what the new one is called. It opens once that is done. What is written stays on this device until then. */
export function SplitDialog({ thread, from, chosen: given, onClose }: SplitDialogProps) {
  const draft = `split:${thread.number}`
  const [{ title, body: highlights }, set] = useDraft(draft, { title: '', body: '' })
  const [isChoosing, setChoosing] = useState(given !== undefined)
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(given ? new Set(given) : null)
  const navigate = useNavigate()
  const split = useQueue(splitThread, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft })
  const { posts: found, hasMore, error } = usePostsBehind(thread.number, from - 1)
  const posts = found ?? []
  // The first one is chosen to begin with, also when they have not come yet.
  const chosen = isChoosing ? (picked ?? new Set(posts.slice(0, 1).map(({ id }) => id))) : null
  const count = chosen?.size ?? posts.length
  const pick = (ids: ReadonlySet<string>): void => {
    setChoosing(true)
    setPicked(ids)
  }
  const failure = split.error ?? error
  const errorOf = (path: string): string | undefined => split.error?.errors.find((each) => each.path.startsWith(path))?.message
  const send = (): void => {
    const summary = highlights.trim() === '' ? {} : { highlights }
    const which = chosen ? { posts: [...chosen] } : { from }
    split.send(
      { number: String(thread.number), title, ...summary, ...which },
      {
        onWaits: onClose,
        onSent: (made) => {
          onClose()
          showToast({ text: t('splitDone') })
          void navigate({ to: '/threads/$number', params: { number: String(made.number) } })
        },
      },
    )
  }
  return (
    <Dialog
      title={t('split')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={split.isSending} disabled={title.trim() === '' || count === 0} onClick={send}>
            {t('splitDo', { count: hasMore && !chosen ? thread.postCount - from + 1 : count })}
          </Button>
        </>
      }
    >
      <p className="dialog__lede">{t('splitMore')}</p>
      <TextField
        label={t('splitTitle')}
        value={title}
        dir="auto"
        error={errorOf('title')}
        onChange={(event) => set({ title: event.target.value, body: highlights })}
      />
      <TextArea
        label={t('splitHighlights')}
        aside={t('optional')}
        value={highlights}
        dir="auto"
        rows={2}
        error={errorOf('highlights')}
        onChange={(event) => set({ title, body: event.target.value })}
      />
      <Which posts={posts} isLoading={!found && !error} chosen={chosen} onChoosing={setChoosing} onPick={pick} />
      {failure && !errorOf('title') && !errorOf('highlights') && <p role="alert">{failure.message}</p>}
    </Dialog>
  )
}

interface WhichProps {
  readonly posts: readonly Post[]
  readonly isLoading: boolean
  /** By id; null: all of them and what follows. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChoosing: (isChoosing: boolean) => void
  readonly onPick: (ids: ReadonlySet<string>) => void
}

function Which({ posts, isLoading, chosen, onChoosing, onPick }: WhichProps) {
  const now = useNow()
  const zone = useMyZone()
  const toggle = (id: string): void => {
    const next = new Set(chosen ?? posts.map((post) => post.id))
    if (!next.delete(id)) next.add(id)
    onPick(next)
  }
  return (
    <fieldset className="choices">
      <legend className="lab">{t('splitWhich')}</legend>
      <label className="check">
        <input type="radio" name="which" checked={chosen === null} onChange={() => onChoosing(false)} />
        <span>{t('splitAllFrom')}</span>
      </label>
      <label className="check">
        <input type="radio" name="which" checked={chosen !== null} onChange={() => onChoosing(true)} />
        <span>{t('splitChosen')}</span>
      </label>
      {isLoading && <Skeleton shape="text" />}
      <ul className="choices__list">
        {posts.map((post) => (
          <li key={post.id}>
            <label className="check">
              <input type="checkbox" checked={chosen?.has(post.id) ?? true} onChange={() => toggle(post.id)} />
              <span dir="auto">
                {beginningOf(post.body)}
                <small>{t('byWhen', { name: post.author.name, when: formatSoon(post.at, { zone, now }) })}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
