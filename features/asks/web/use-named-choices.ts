import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect, useState } from 'react'
import { listPeople } from '#features/availability/contract/people.ts'
import { answerOptions, useAnswer } from '#platform/browser/use-answer.ts'
import { type Thread, getThread } from '../contract/threads.ts'
import { nameIn } from '../rules/owner.ts'
import type { findEmoji as findEmojiOf } from './emoji-names.ts'
import { type Naming, beginsSo } from './completing.ts'
import { type FoundThread, FindThreadsContext } from './finding.ts'
import { t } from './completing-texts.ts'
import { useTeams } from './use-teams.ts'

/** One of what may be meant. */
export interface Choice {
  /** What is put into the text. */
  readonly value: string
  readonly label: string
  readonly detail: string
}

const SHOWN = 8

/** What may be meant by what is being named; `number` is of the thread that is written in. */
export function useNamedChoices(naming: Naming | null, number: number | undefined): readonly Choice[] {
  const begunOf = (kind: Naming['kind']): string | undefined => (naming?.kind === kind ? naming.begun : undefined)
  const people = useReceiverChoices(begunOf('@'), number)
  const threads = useThreads(begunOf('#'))
  const emoji = useEmoji(begunOf(':'))
  return [...people, ...threads, ...emoji].slice(0, SHOWN)
}

/** Who may be meant by what is begun of a name or handle: those in the thread first, then people, spaces and rotations. */
export function useReceiverChoices(begun: string | undefined, number: number | undefined): readonly Choice[] {
  const enabled = begun !== undefined
  const { data } = useAnswer(listPeople, { q: begun ?? '', active: 'true', limit: SHOWN }, { enabled, keepLast: true })
  const { spaces, rotations } = useTeams(enabled)
  const thread = useQueryClient().getQueryData(answerOptions(getThread, { number: String(number) }).queryKey)
  if (begun === undefined) return []
  const named = (handle: string, label: string, detail = `@${handle}`): Choice => ({ value: `@${handle}`, label, detail })
  const choices = [
    ...peopleOf(thread).map(({ handle, name }) => named(handle, name, t('here', { handle }))),
    ...(data?.items ?? []).map(({ handle, name }) => named(handle, name)),
    ...spaces.map(({ slug, name }) => named(slug, name, t('space', { slug }))),
    ...rotations.map(({ slug, name }) => named(slug, name, t('rotation', { slug }))),
  ].filter(({ value, label }) => beginsSo(begun, label, value.slice(1)))
  return [...new Map(choices.toReversed().map((choice) => [choice.value, choice])).values()].toReversed()
}

/** Who has written, asked or is asked in a thread. */
function peopleOf(thread: Thread | undefined): { handle: string; name: string }[] {
  if (!thread) return []
  const owners = thread.asks.map(({ owner }) => ({ handle: nameIn(owner), name: owner.name }))
  return [...thread.posts.items.map(({ author }) => author).toReversed(), ...owners, thread.by]
}

/** What was found last, until the next is there: the list does not close between two letters. */
function useThreads(begun: string | undefined): readonly Choice[] {
  const find = use(FindThreadsContext)
  const [found, setFound] = useState<readonly FoundThread[]>([])
  useEffect(() => {
    if (begun === undefined || find === null) return undefined
    let isOver = false
    find(begun).then(
      (threads) => isOver || setFound(threads),
      () => isOver || setFound([]),
    )
    return () => {
      isOver = true
    }
  }, [begun, find])
  if (begun === undefined) return []
  const isMeant = ({ number, title }: FoundThread): boolean =>
    begun === '' || String(number).startsWith(begun) || begun.split(' ').every((word) => beginsSo(word, title))
  return found.filter(isMeant).map(({ number, title }) => ({ value: `#${number}`, label: title, detail: `#${number}` }))
}

type Emoji = typeof findEmojiOf

function useEmoji(begun: string | undefined): readonly Choice[] {
  const [findEmoji, setFind] = useState<Emoji | null>(null)
  const isWanted = begun !== undefined && findEmoji === null
  useEffect(() => {
    if (isWanted)
      import('./emoji-names.ts').then(
        (file) => setFind(() => file.findEmoji),
        () => null,
      )
  }, [isWanted])
  if (begun === undefined || findEmoji === null) return []
  const isNamedSo = ({ name }: { name: string }): number => (beginsSo(begun, name) ? 0 : 1)
  const found = findEmoji(begun).toSorted((one, other) => isNamedSo(one) - isNamedSo(other))
  return found.map(({ emoji, name }) => ({ value: emoji, label: `${emoji} ${name}`, detail: '' }))
}
