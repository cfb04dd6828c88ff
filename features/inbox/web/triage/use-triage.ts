import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Ask } from '#features/asks/contract/ask.ts'
import { useAsksWaiting } from '#features/asks/web/ask-waits.tsx'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { holdKeysFor, useShortcut } from '#ui/shortcuts.ts'
import { showToast, undoLast } from '#ui/toast.tsx'
import { type Walk, useWalk } from '#ui/use-walk.ts'
import type * as TriageParts from './parts.tsx'
import type { TriageRow } from './rows.ts'
import { t } from './texts.ts'
import { useActs } from './use-acts.ts'
import { useCarrying } from './use-carrying.ts'

type Parts = typeof TriageParts
type Kind = 'pass' | 'move' | 'decline' | 'snooze' | 'answer'

export interface Opened {
  readonly kind: Kind
  readonly rows: readonly TriageRow[]
  /** What shows it, fetched when it is first wanted. */
  readonly parts: Parts
  /** What a menu stands beside. */
  readonly beside: Element | null
}

export interface Triage extends Pick<ReturnType<typeof useCarrying>, 'problems' | 'carryOut'>, ReturnType<typeof useActs> {
  /** The rows that are there still. */
  readonly rows: readonly TriageRow[]
  /** The ask of a row, while nothing that the reader did about it waits. */
  readonly askOf: (row: TriageRow) => Ask | null
  readonly walk: Walk
  /** Rows that are selected besides, to act on all of them. */
  readonly marked: ReadonlySet<string>
  readonly mark: (key: string) => void
  readonly unmark: () => void
  readonly refreshes: readonly Endpoint[]
  readonly opened: Opened | null
  readonly open: (kind: Kind, row: TriageRow, beside?: Element) => void
  /** The same for all that are selected besides, or the one that is. */
  readonly openAll: (kind: 'snooze') => void
  readonly close: () => void
  readonly visit: (row: TriageRow) => void
}

interface Triaging {
  /** The heading of its keys. */
  readonly group: string
  /** What shows something else once something is done. */
  readonly refreshes: readonly Endpoint[]
  /** Off where rows can only be opened. */
  readonly acts?: boolean
}

/** Rows that are gone through and dealt with by keys: one is selected, and after an act the next one. */
export function useTriage(all: readonly TriageRow[], { group, refreshes, acts = true }: Triaging): Triage {
  const navigate = useNavigate()
  const client = useQueryClient()
  const handle = useMe()?.person.handle
  const zone = useMyZone()
  const now = useNow()
  const carrying = useCarrying(all, { refreshes, onBack: (key) => setTimeout(() => walk.go(key)) })
  const does = useActs(carrying, refreshes)
  const rows = all.filter((row) => !carrying.isGone(row))
  const keys = rows.map(({ key }) => key)
  const walk = useWalk(keys, { group, next: t('next'), previous: t('previous'), first: t('first'), last: t('last') })
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const marked = new Set([...marks].filter((key) => keys.includes(key)))
  const [opened, setOpened] = useState<Opened | null>(null)
  usePreparing()
  const current = rows.find(({ key }) => key === walk.at)
  const askOf = useAskOf()
  const many = marked.size > 0 ? rows.filter(({ key }) => marked.has(key)) : current ? [current] : []
  const isFree = (row: TriageRow): boolean => row.ask === null || askOf(row) !== null
  const mark = (key: string): void => setMarks(new Set(marked.has(key) ? [...marked].filter((other) => other !== key) : [...marked, key]))
  const show = (kind: Kind, these: readonly TriageRow[], beside: Element | null): void => {
    const loading = import('./parts.tsx').then(async (loaded) => {
      if (kind === 'snooze') await loaded.prepareSnooze(client, { handle, zone, now })
      return loaded
    })
    holdKeysFor(loading).then(
      // At once: what is typed next is meant for it.
      (parts) => flushSync(() => setOpened({ kind, rows: these, parts, beside })),
      () => showToast({ text: t('notLoaded') }),
    )
  }
  const elementOf = ({ key }: TriageRow): Element | null => document.querySelector(`[data-row="${CSS.escape(key)}"]`)
  const open: Triage['open'] = (kind, row, beside) => show(kind, [row], beside ?? elementOf(row))
  const visit = ({ link }: TriageRow): void => void navigate(link)
  const may = (allowed: boolean | undefined, key: string): string | null => (acts && allowed === true ? key : null)
  const ask = current && askOf(current)
  useShortcut(current ? 'enter' : null, { label: t('open'), group }, () => current && visit(current))
  useShortcut(may(many.length > 0, 'd'), { label: t('done'), group }, () => does.finish(many.filter(isFree)))
  const openAll = (): void => {
    const items = many.filter(({ item }) => item !== null)
    if (items[0]) show('snooze', items, elementOf(current ?? items[0]))
    else does.snooze(many, { at: '', said: '' })
  }
  const unmark = (): void => setMarks(new Set())
  useShortcut(may(many.length > 0, 's'), { label: t('later'), group }, openAll)
  useShortcut(may(ask?.may.answer, 'a'), { label: t('answer'), group }, () => current && open('answer', current))
  useShortcut(may(ask?.may.pass, 'p'), { label: t('pass'), group }, () => current && open('pass', current))
  useShortcut(may(ask?.may.move, 'n'), { label: t('move'), group }, () => current && open('move', current))
  useShortcut(may(current !== undefined, 'x'), { label: t('select'), group }, () => current && mark(current.key))
  useShortcut(may(true, 'u'), { label: t('undo'), group }, undoLast)
  useShortcut(marked.size > 0 ? 'escape' : null, { label: t('letGo'), group }, unmark)
  const close = (): void => setOpened(null)
  return { ...carrying, ...does, rows, askOf, walk, marked, mark, unmark, refreshes, opened, open, openAll, close, visit }
}

function useAskOf(): Triage['askOf'] {
  const waits = useAsksWaiting()
  return ({ ask }) => (ask && !waits.has(ask.id) ? ask : null)
}

/** Fetches what acts open once keys are used at all: it is there before it is wanted. */
function usePreparing(): void {
  useEffect(() => {
    const prepare = (): void => void import('./parts.tsx').catch(() => null)
    window.addEventListener('keydown', prepare, { once: true })
    return () => window.removeEventListener('keydown', prepare)
  }, [])
}
