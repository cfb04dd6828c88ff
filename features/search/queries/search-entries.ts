import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { Found, search as contract } from '../contract.ts'
import { type FoundType, foundTypes } from '../rules/operators.ts'
import { isEmpty, type Question, questionOf } from '../rules/question.ts'
import { scoreOf } from '../rules/score.ts'
import { CANDIDATES, type FoundCandidate, findCandidates } from './find-candidates.ts'
import { findPeople } from './find-people.ts'
import { findSpaces } from './find-spaces.ts'
import { foundEntries } from './found-entries.ts'
import { periodOf } from './period-of.ts'
import { type Resolved, resolveNames } from './resolve-names.ts'

type Input = InputOf<typeof contract>
type Output = OutputOf<typeof contract>

/** How many of those that were ranked have been shown, and beyond which entry these began. */
const cursor = z.tuple([z.int().min(0), cursorInstant.or(z.literal('')), z.uuid().or(z.literal(''))])

interface Place {
  readonly offset: number
  readonly beforeAt: string
  readonly beforeId: string
}

/**
 * What the reader may see that holds all that `q` names: people first, then spaces, then threads and posts, the newest 200 ranked by title,
 * nearness of words and recency, then those before them. A space or person that is not there, or not visible, holds nothing, and is said.
 */
export async function searchEntries(ctx: Context, { q, type, after, limit }: Input): Promise<Output> {
  const [offset, beforeAt, beforeId] = readCursor(cursor, after) ?? [0, '', '']
  const question = questionOf(q)
  if (isEmpty(question)) return { items: [], next: null, misunderstood: [...question.misunderstood] }
  const resolved = await resolveNames(ctx, question)
  const found = await find(ctx, { question, resolved, types: typesOf(question, type) }, { offset, beforeAt, beforeId, limit })
  return { ...found, misunderstood: [...question.misunderstood, ...resolved.absent] }
}

interface Wanted {
  readonly question: Question
  readonly resolved: Resolved
  readonly types: readonly FoundType[]
}

async function find(ctx: Context, wanted: Wanted, place: Place & { readonly limit: number }): Promise<Omit<Output, 'misunderstood'>> {
  const { offset, beforeAt, beforeId, limit } = place
  const named = beforeAt ? [] : await findNamed(ctx, wanted)
  const candidates = await candidatesOf(ctx, wanted, place)
  const ranked = candidates.toSorted((one, other) => scoreOf(other, ctx.now) - scoreOf(one, ctx.now))
  const shownNamed = named.slice(offset, offset + limit)
  const start = Math.max(0, offset - named.length)
  const ids = ranked.slice(start, start + limit - shownNamed.length).map(({ id }) => id)
  const end = offset + shownNamed.length + ids.length
  const items = [...shownNamed, ...(await foundEntries(ctx, ids, wanted.question))]
  if (end < named.length + ranked.length) return { items, next: cursorOf([end, beforeAt, beforeId]) }
  const oldest = candidates.at(-1)
  return { items, next: oldest && candidates.length === CANDIDATES ? cursorOf([0, oldest.at.toString(), oldest.id]) : null }
}

/** People and spaces are found by their own words alone: where, whose and of what kind is said of threads and posts. */
async function findNamed(ctx: Context, { question, types }: Wanted): Promise<Found[]> {
  if (question.narrowings.some(({ operator }) => operator !== 'type')) return []
  const people = types.includes('person') ? await findPeople(ctx, question) : []
  return [...people, ...(types.includes('space') ? await findSpaces(ctx, question) : [])]
}

async function candidatesOf(ctx: Context, { question, resolved, types }: Wanted, { beforeAt, beforeId }: Place): Promise<FoundCandidate[]> {
  const written = types.filter((type) => type === 'thread' || type === 'post')
  const isImpossible = resolved.narrowings.some(({ values }) => values.length === 0)
  if (isImpossible || written.length === 0) return []
  const narrowings = resolved.narrowings.filter(({ operator }) => !['before', 'after', 'type'].includes(operator))
  return findCandidates(ctx, {
    question,
    narrowings,
    period: await periodOf(ctx, question.narrowings),
    types: written,
    olderThan: beforeAt && beforeId ? { at: beforeAt, id: beforeId } : null,
  })
}

function typesOf({ narrowings }: Question, asked: FoundType | undefined): FoundType[] {
  const said = narrowings.filter(({ operator }) => operator === 'type')
  return foundTypes.filter(
    (type) => (asked === undefined || asked === type) && said.every(({ values, not }) => values.includes(type) !== not),
  )
}
