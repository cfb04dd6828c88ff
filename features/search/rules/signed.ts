import { threadKinds } from '#features/threads/contract/thread.ts'
import type { Content } from './operators.ts'
import type { Narrowing, Question } from './question.ts'
import { signOf } from './signs.ts'
import type { Signed } from './vector.ts'

interface Narrowed {
  readonly question: Question
  readonly narrowings: readonly Narrowing[]
  readonly types: readonly ('thread' | 'post')[]
}

/**
 * The signs that are looked up: those of what must be there, and of what must not where signs alone tell it. What is open or a question is a
 * thread first: where nothing but a state is named, threads alone are looked through.
 */
export function signed({ question, narrowings, types }: Narrowed, personId: string): Signed[] {
  const named = narrowings.flatMap((narrowing) => signsOf(narrowing, personId) ?? [])
  const hasWords = question.phrases.length > 0 || question.prefix !== null
  if (types.length === 1) return [{ any: types.map(signOf.type), not: false }, ...named]
  if (hasWords) return named
  const onlyStates = narrowings.length > 0 && narrowings.every(isState)
  if (!onlyStates && named.some(({ not }) => !not)) return named
  return [{ any: (onlyStates ? (['thread'] as const) : types).map(signOf.type), not: false }, ...named]
}

/** Something is said of threads, and not whose they are. */
const isState = ({ operator, values, not }: Narrowing): boolean => operator === 'is' && (not || values[0] !== 'mine')

function signsOf({ operator, values, not }: Narrowing, personId: string): Signed | null {
  if (operator === 'has') return { any: values.map((value) => signOf.content(value as Content)), not }
  if (operator === 'to') return { any: values.map(signOf.asked), not }
  if (operator === 'is' && values[0] === 'mine') return { any: [signOf.author(personId), signOf.dri(personId)], not }
  if (not) return null
  if (operator === 'is') return threadKinds.some((kind) => kind === values[0]) ? { any: values.map(signOf.kind), not } : null
  if (operator === 'in') return { any: values.map(signOf.space), not }
  return operator === 'from' ? { any: values.map(signOf.author), not } : null
}
