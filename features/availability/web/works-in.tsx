import { Link } from '@tanstack/react-router'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Sheet } from '#ui/sheet.tsx'
import type { Person } from '../contract/person.ts'
import { t } from './person-texts.ts'

/** The spaces somebody is a member of, as far as the reader may see them, and the way to what they wrote. */
export function WorksIn({ person: { handle }, isMe }: { person: Person; isMe: boolean }) {
  const { data } = useAnswer(listSpaces, { member: isMe ? 'me' : handle, limit: 100 })
  const spaces = data?.items ?? []
  return (
    <Sheet title={isMe ? t('worksInMine') : t('worksIn')}>
      {spaces.length > 0 && (
        <ul className="person__spaces">
          {spaces.map(({ slug, name }) => (
            <li key={slug}>
              <Link className="link person__space" to="/spaces/$slug" params={{ slug }} dir="auto">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link className="link person__space" to="/search" search={{ q: `from:${handle} ` }}>
        {t('written')}
      </Link>
    </Sheet>
  )
}
