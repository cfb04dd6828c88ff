import type { Query, QueryClient } from '@tanstack/react-query'
import { RefusedError, isUnreachable } from '#platform/contract/client.ts'
import { behindFrame } from './behind-frame.ts'
import { getReach, tellReach } from './reach.ts'

/** For how many milliseconds an answer is waited for before what this device has of it is shown. */
const PATIENCE = 4_000

const fromDevice = new WeakSet<object>()
/** How often the server has answered a query: what comes late may be older than what is there. */
const answered = new WeakMap<object, number>()

/** Whether what stands in a query is what this device kept, and not what the server says. */
export const isFromDevice = (query: object): boolean => fromDevice.has(query)

interface Asking<Data> {
  readonly client: QueryClient
  readonly query: Query
  readonly ask: () => Data | Promise<Data>
  /** What to say where nothing was kept. */
  readonly nothingKept: string
}

/** Asks the server; where it cannot be reached, or not soon, answers what this device has of its last answer. Throws `RefusedError` when it has nothing. */
export async function answerOrKept<Data>({ client, query, ask, nothingKept }: Asking<Data>): Promise<Data> {
  // What is shown already is better than what was kept of it; and whoever sees it does not wait until it is asked for again.
  if (query.state.data !== undefined) {
    await new Promise<void>((resolve) => behindFrame(resolve))
    return askServer(ask, query)
  }
  const before = answered.get(query) ?? 0
  const asked = askServer(ask, query)
  try {
    const soon = await Promise.race([asked.then((answer) => ({ answer })), pause()])
    if (soon) return soon.answer
    const kept = await show(query)
    if (!kept) return await asked
    tellReach(false)
    const isNewest = (): boolean => answered.get(query) === before + 1 && client.getQueryCache().get(query.queryHash) === query
    asked.then((answer) => (isNewest() ? client.setQueryData(query.queryKey, answer) : null)).catch(() => null)
    return kept.data as Data
  } catch (error) {
    if (!isUnreachable(error)) throw error
    const kept = await show(query)
    if (kept) return kept.data as Data
    throw new RefusedError(0, { detail: nothingKept })
  }
}

async function askServer<Data>(ask: () => Data | Promise<Data>, query: Query): Promise<Data> {
  try {
    const answer = await ask()
    fromDevice.delete(query)
    answered.set(query, (answered.get(query) ?? 0) + 1)
    tellReach(true)
    return answer
  } catch (error) {
    // A refusal is an answer as well.
    if (error instanceof RefusedError) tellReach(!isUnreachable(error))
    throw error
  }
}

async function show(query: Query): Promise<{ readonly data: unknown } | null> {
  const { keptAnswer } = await import('./kept-answers.ts')
  const kept = await keptAnswer(query.queryHash)
  if (!kept) return null
  fromDevice.add(query)
  // It is as old as it is, and not as new as its being shown.
  setTimeout(() => fromDevice.has(query) && query.setState({ dataUpdatedAt: kept.at }))
  return kept
}

/** Whoever has just waited in vain does not wait again. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, getReach().state === 'reached' ? PATIENCE : 0)
  })
}
