import type { ListedThread } from '../contract/thread.ts'

const SHOWN = 3

type People = Pick<ListedThread, 'state' | 'outcome' | 'dri' | 'by' | 'nextOwner' | 'writers'>

/** Who is in a thread, three at most: whoever owns it, whoever it waits for, who wrote last. Of what is concluded, who concluded it. */
export function peopleOf({ state, outcome, dri, by, nextOwner, writers }: People): ListedThread['writers'] {
  if (state === 'concluded') return [outcome?.by ?? dri ?? by]
  const people = [dri ?? by, ...(nextOwner ? [nextOwner] : []), ...writers]
  return [...new Map(people.map((person) => [person.handle, person])).values()].slice(0, SHOWN)
}
