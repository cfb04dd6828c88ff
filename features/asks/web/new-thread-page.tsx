import { Link, useNavigate } from '@tanstack/react-router'
import type { RefusedError } from '#platform/contract/client.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { filesToSend } from '#features/threads/web/use-file-draft.ts'
import { DraftConflict } from '#features/threads/web/draft-conflict.tsx'
import { useSyncedDraft } from '#features/threads/web/use-synced-draft.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useWhole } from '#platform/browser/use-whole.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { SelectField, TextArea, TextField } from '#ui/field.tsx'
import { listScheduled } from '../contract/scheduled.ts'
import { openThread } from '../contract/threads.ts'
import { Composer } from './composer.tsx'
import { type PostDraft, asksToSend, emptyPost, newAsk } from './composing.ts'
import { PeopleField } from './people-field.tsx'
import { t as about } from './post-texts.ts'
import { sendingAt } from './sending-at.ts'
import { t } from './texts.ts'

interface ThreadDraft extends PostDraft {
  readonly title: string
  readonly purpose: string
  readonly space: string
  /** Whom it is between, when it is in no space. */
  readonly people: readonly string[]
  readonly kind: 'discussion' | 'question' | 'announcement'
  /** Null until they are wanted. */
  readonly highlights: string | null
}

const kinds = { question: 'kindQuestion', discussion: 'kindDiscussion', announcement: 'kindAnnouncement' } as const
const KEY = 'thread:new'
/** Where no space is chosen; no slug can be that. */
const DIRECTLY = '~'
const empty: ThreadDraft = { ...emptyPost, title: '', purpose: '', space: '', people: [], kind: 'discussion', highlights: null }

interface NewThreadProps {
  readonly space?: string | undefined
  /** Whom it asks. */
  readonly to?: string | undefined
  /** Whom it is between; empty while nobody is named yet. */
  readonly direct?: string | undefined
}

/** A thread between the reader and whoever is named. */
const between = (direct: string): ThreadDraft => ({ ...empty, space: DIRECTLY, people: direct === '' ? [] : [direct] })

/** A thread that begins as an ask of somebody. */
const asking = (to: string): ThreadDraft => ({ ...empty, kind: 'question', asks: [{ ...newAsk({ to }), key: to }] })

/** Where a thread is opened: one matter, in a space, with whom it asks. */
export function NewThreadPage({ space: wanted, to, direct }: NewThreadProps) {
  const key = direct === undefined ? (to ? `${KEY}:${to}` : KEY) : `${KEY}:direct:${direct}`
  const start = direct === undefined ? (to ? asking(to) : empty) : between(direct)
  const { value: draft, set: setDraft, isSynced, conflict } = useSyncedDraft(key, start)
  const open = useQueue(openThread, { line: key, about: draft.title, draft: key, refreshes: [listScheduled] })
  const navigate = useNavigate()
  const now = useNow()
  const { data } = useWhole(listSpaces, { limit: 100 }, { staleTime: 60_000 })
  const spaces = (data?.items ?? []).filter((space) => space.may.post)
  if (data && spaces.length === 0 && direct === undefined) return <NoSpaces />
  const slug = draft.space || wanted || spaces.find((space) => space.member)?.slug || spaces[0]?.slug || ''
  const isDirect = slug === DIRECTLY
  const space = spaces.find((each) => each.slug === slug)
  const change = (over: Partial<ThreadDraft>): void => setDraft({ ...draft, ...over })
  const errorOf = (path: string): string | undefined => open.error?.errors.find((each) => each.path === path)?.message
  const send = (): void => {
    const { title, purpose, kind, body, fyi } = draft
    const files = filesToSend(draft.files)
    const place = isDirect ? { people: [...draft.people] } : { space: slug }
    const at = sendingAt(draft, now)
    const highlights = draft.highlights?.trim() ? { highlights: draft.highlights } : {}
    const input: RequestOf<typeof openThread> = {
      ...place,
      title,
      purpose,
      kind,
      body,
      fyi,
      files,
      ...highlights,
      ...(at ? { sendAt: at } : {}),
      asks: asksToSend(draft),
    }
    open.send(input, {
      onWaits: () => void navigate({ to: '/drafts' }),
      onSent: (made) =>
        void ('sendAt' in made
          ? navigate({ to: '/drafts' })
          : navigate({ to: '/threads/$number', params: { number: String(made.number) } })),
    })
  }
  return (
    <div className="thread__col">
      <h1 className="h-page">{t('newThread')}</h1>
      {conflict && <DraftConflict conflict={conflict} />}
      <div className="newt">
        <TextField
          label={t('title')}
          hint={t('titleHint')}
          error={errorOf('title')}
          value={draft.title}
          dir="auto"
          autoFocus
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className="newt__where">
          <SelectField label={t('space')} value={slug} error={errorOf('space')} onChange={(event) => change({ space: event.target.value })}>
            {spaces.map((each) => (
              <option key={each.slug} value={each.slug}>
                {each.name}
              </option>
            ))}
            <option value={DIRECTLY}>{about('directOption')}</option>
          </SelectField>
          <SelectField
            label={t('kind')}
            value={draft.kind}
            onChange={(event) => change({ kind: event.target.value as ThreadDraft['kind'] })}
          >
            {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
              <option key={kind} value={kind}>
                {t(kinds[kind])}
              </option>
            ))}
          </SelectField>
        </div>
        {isDirect && <PeopleField people={draft.people} error={peopleError(open.error)} onChange={(people) => change({ people })} />}
        <TextField
          label={t('purposeLabel')}
          aside={t('optional')}
          hint={t('purposeHint')}
          value={draft.purpose}
          dir="auto"
          onChange={(event) => change({ purpose: event.target.value })}
        />
        {draft.highlights !== null && (
          <TextArea
            autoFocus
            label={t('highlights')}
            aside={t('optional')}
            hint={t('highlightsHint')}
            value={draft.highlights}
            dir="auto"
            onChange={(event) => change({ highlights: event.target.value })}
          />
        )}
      </div>
      <Composer
        label={t('yourPost')}
        draft={draft}
        isSynced={isSynced}
        onChange={(post) => change(post)}
        onSend={send}
        sendLabel={t('openThread')}
        about={draft.title}
        place={{
          space: isDirect ? undefined : slug || undefined,
          respondWithin: space?.respondWithin ?? 1,
          wordsBefore: 0,
          hasHighlights: Boolean(draft.highlights?.trim()),
        }}
        onHighlights={() => change({ highlights: draft.highlights ?? '' })}
        sending={{ isPending: open.isSending, error: open.error }}
      />
    </div>
  )
}

const peopleError = (error: RefusedError | null): string | undefined =>
  error?.errors.find(({ path }) => path === 'people' || path.startsWith('people.'))?.message

function NoSpaces() {
  const toSpaces = (
    <Link className={buttonClass()} to="/spaces">
      {t('toSpaces')}
    </Link>
  )
  return (
    <Empty whole title={t('newThread')} act={toSpaces}>
      {t('noSpaces')}
    </Empty>
  )
}
