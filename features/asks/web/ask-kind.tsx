import { Icon } from '#ui/icon.tsx'
import type { Ask } from '../contract/ask.ts'
import { verbIcons, verbText } from './verbs.ts'

/** What an ask wants, as icon and word. */
export function AskKind({ verb }: { verb: Ask['verb'] }) {
  return (
    <span className="kind">
      <Icon name={verbIcons[verb]} />
      {verbText(verb)}
    </span>
  )
}
