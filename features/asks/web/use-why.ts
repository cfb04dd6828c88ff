import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { RefusedError } from '#platform/contract/client.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import { t } from './why-texts.ts'

interface Manner {
  readonly zone: string
  readonly now: Moment
}

/** Says why something was refused: where somebody was first, who and when by the reader's own clock; else in the server's words, which say what to do next. */
export function useWhy(): (refused: RefusedError) => string {
  const manner = { zone: useMyZone(), now: useNow() }
  return (refused) => sentence(refused, manner) ?? refused.message
}

function sentence({ code, problem: { at, by, state } }: RefusedError, manner: Manner): string | null {
  if (code === 'thread.open_asks') return t('openAsks')
  if (typeof at !== 'string') return null
  const words = { name: nameOf(by), when: formatSoon(at, manner) }
  if (code === 'ask.already_taken') return t('taken', words)
  if (code === 'thread.already_concluded') return t('concluded', words)
  if (code === 'thread.text_changed') return t('textChanged', words)
  if (code !== 'ask.already_settled') return null
  return t(words.name !== '' && isEnd(state) ? state : 'ended', words)
}

const isEnd = (state: unknown): state is 'answered' | 'declined' | 'withdrawn' =>
  state === 'answered' || state === 'declined' || state === 'withdrawn'

/** Empty for Baton itself. */
function nameOf(by: unknown): string {
  return typeof by === 'object' && by !== null && 'name' in by && typeof by.name === 'string' ? by.name : ''
}
