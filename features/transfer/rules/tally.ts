import type { KeptWords } from '#platform/text/kept-words.ts'
import type { LeftOut } from './left-out.ts'

/** What was left out, and of it a few by name. */
export interface Skipped {
  readonly reason: LeftOut
  count: number
  readonly examples: Example[]
}

/** A name, or words for people of any language. */
export type Example = string | KeptWords

/** What an import has done so far. */
export interface Tally {
  readonly added: Added
  readonly skipped: Map<LeftOut, Skipped>
  /** Messages that were here before, those of earlier runs of the same import among them. */
  known: number
  /** How many posts earlier runs of the same import added. */
  readonly addedBefore: number
  /** How far the archive is read, and how large it is unpacked. */
  doneBytes: number
  totalBytes: number
}

export interface Added {
  people: number
  spaces: number
  threads: number
  posts: number
  reactions: number
}

const MOST_EXAMPLES = 20
const LONGEST_EXAMPLE = 300

/** Nothing yet, or what earlier runs of the same import added. */
export function tallyFrom(added: Partial<Added> = {}): Tally {
  const { people = 0, spaces = 0, threads = 0, posts = 0, reactions = 0 } = added
  return {
    added: { people, spaces, threads, posts, reactions },
    skipped: new Map(),
    known: 0,
    addedBefore: posts,
    doneBytes: 0,
    totalBytes: 0,
  }
}

/** Counts what is left out, by reason; `example` says which one it was. */
export function skip(tally: Tally, reason: LeftOut, { count = 1, example }: { count?: number; example?: Example } = {}): void {
  const skipped = tally.skipped.get(reason) ?? { reason, count: 0, examples: [] }
  skipped.count += count
  if (example !== undefined && skipped.examples.length < MOST_EXAMPLES)
    skipped.examples.push(typeof example === 'string' ? example.slice(0, LONGEST_EXAMPLE) : example)
  tally.skipped.set(reason, skipped)
}

/** All that was left out, most first; messages that an earlier import brought are among it. */
export function skippedOf({ skipped, known, addedBefore }: Pick<Tally, 'skipped' | 'known' | 'addedBefore'>): Skipped[] {
  const here = known - addedBefore
  const all: Skipped[] = [...skipped.values(), ...(here > 0 ? [{ reason: 'here' as const, count: here, examples: [] }] : [])]
  return all.toSorted((one, other) => other.count - one.count)
}
