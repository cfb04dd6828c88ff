import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { Icon } from '#ui/icon.tsx'
import { WaitingActs } from './waiting-acts.tsx'
import { WaitingState, useWhyNotSent } from './waiting-posts.tsx'
import { askActIn, dialogOf, postActIn, wordsIn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

/** All that waits on this device to be sent, and what was refused after it had waited. */
export function WaitingRows() {
  const all = useWaiting(() => true)
  return (
    <>
      <Part title={t('refused')} of={all.filter(({ refusal }) => refusal !== null)}>
        <p className="quiet">{t('refusedMore')}</p>
      </Part>
      <Part title={t('waits')} of={all.filter(({ refusal }) => refusal === null)} />
    </>
  )
}

function Part({ title, of, children }: { title: string; of: readonly Waiting[]; children?: ReactNode }) {
  if (of.length === 0) return null
  return (
    <section>
      <h2 className="sec sec--next">{title}</h2>
      {children}
      <ul className="rows">
        {of.map((one) => (
          <WaitingRow key={one.key} waiting={one} />
        ))}
      </ul>
    </section>
  )
}

const kinds = {
  addPost: 'post',
  openThread: 'thread',
  concludeThread: 'conclude',
  draftOutcome: 'keep',
  reopenThread: 'reopen',
  changeThread: 'change',
  keepHighlights: 'highlight',
  pivotThread: 'pivot',
  splitThread: 'split',
  addReaction: 'reaction',
  removeReaction: 'reaction',
  changeInboxItem: 'item',
  clearInbox: 'clear',
  editPost: 'edit',
  deletePost: 'delete',
  followThread: 'follow',
  saveThread: 'save',
  savePost: 'save',
  forgetThread: 'forget',
  forgetPost: 'forget',
} as const

const kindOf = (waiting: Waiting) =>
  askActIn(waiting)?.act ?? Object.entries(kinds).find(([name]) => name === waiting.request.name)?.[1] ?? 'other'

/** The number of the thread that something is sent to, and the place of a post in it, as its line says. */
const placeIn = ({ line }: Waiting) => /^(?:thread|follow|saved):(\d+)(?::(\d+))?$/.exec(line) ?? []

function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { about, refusal } = waiting
  const [, number, post] = placeIn(waiting)
  const why = useWhyNotSent(waiting)
  const navigate = useNavigate()
  const written = postActIn(waiting)
  const dialog = written ? `edit-${written.post}` : dialogOf(waiting)
  const goOn = (): void =>
    void (number === undefined
      ? navigate({ to: '/threads/new' })
      : navigate({ to: '/threads/$number', params: { number }, ...(dialog === null ? {} : { hash: dialog }) }))
  const title = t(kindOf(waiting), { about })
  return (
    <li className="row row--thread">
      <Icon name={refusal ? 'circle-alert' : 'wifi-off'} />
      <div>
        {number === undefined ? (
          <p className="row__t" dir="auto">
            {title}
          </p>
        ) : (
          <Link
            className="row__t"
            to="/threads/$number"
            params={{ number }}
            search={post === undefined ? {} : { post: Number(post) }}
            dir="auto"
          >
            {title}
          </Link>
        )}
        <p className="item__x as-written" dir="auto">
          {wordsIn(waiting)}
        </p>
        <p className="row__s">{refusal ? why : <WaitingState waiting={waiting} />}</p>
      </div>
      <span className="acts">
        <WaitingActs waiting={waiting} onTaken={goOn} />
      </span>
    </li>
  )
}
