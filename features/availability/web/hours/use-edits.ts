import { useLayoutEffect, useRef, useState } from 'react'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { isSame, join, type Joined } from './calendar-parts.ts'

interface HoursDraft {
  /** What was kept when the changes began. */
  readonly base: CalendarForm | null
  readonly calendar: CalendarForm | null
}

export interface Edits {
  readonly calendar: CalendarForm
  /** It differs from what is kept. */
  readonly isChanged: boolean
  /** What is kept was changed elsewhere since the changes here began: both brought together. */
  readonly elsewhere: Joined | null
  /** What was kept when the changes began. */
  readonly base: CalendarForm
  readonly edit: (next: CalendarForm) => void
  /** How many changes can be undone. */
  readonly depth: number
  /** Undoes the last change. */
  readonly undo: () => void
  /** Goes on from what is kept now. */
  readonly settle: (calendar: CalendarForm) => void
  /** What was saved is kept now: nothing is left to change but what was changed since. */
  readonly done: (saved: CalendarForm, kept: CalendarForm) => void
}

export const HOURS_DRAFT = 'hours'
const none: HoursDraft = { base: null, calendar: null }
const REMEMBERED = 100

/** One's calendar while it is being changed: on this device until it is saved, with a way back. */
export function useEdits(kept: CalendarForm): Edits {
  const [draft, setDraft] = useDraft(HOURS_DRAFT, none)
  // What undoes something may be pressed long after it was made: it looks at what was done since.
  const past = useRef<readonly CalendarForm[]>([])
  const [depth, setDepth] = useState(0)
  const remember = (calendars: readonly CalendarForm[]): void => {
    past.current = calendars
    setDepth(calendars.length)
  }
  const isChanged = draft.calendar !== null && !isSame(draft.calendar, kept)
  const calendar = isChanged && draft.calendar ? draft.calendar : kept
  const latest = useRef(calendar)
  useLayoutEffect(() => {
    latest.current = calendar
  })
  const base = isChanged && draft.base ? draft.base : kept
  const put = (next: CalendarForm, from: CalendarForm): void => setDraft(isSame(next, kept) ? none : { base: from, calendar: next })
  return {
    calendar,
    isChanged,
    base,
    elsewhere: isChanged && !isSame(base, kept) ? join(base, calendar, kept) : null,
    edit(next) {
      if (isSame(next, calendar)) return
      remember([...past.current.slice(-REMEMBERED), calendar])
      put(next, base)
    },
    depth,
    undo() {
      const before = past.current.at(-1)
      if (!before) return
      remember(past.current.slice(0, -1))
      put(before, base)
    },
    settle(next) {
      remember([...past.current.slice(-REMEMBERED), calendar])
      put(next, kept)
    },
    done(saved, now) {
      const since = latest.current
      if (!isSame(since, saved)) return setDraft({ base: now, calendar: since })
      remember([])
      letGoOfDraft(HOURS_DRAFT)
    },
  }
}
