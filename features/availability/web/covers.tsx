import { Link } from '@tanstack/react-router'
import { Phrase } from '#ui/phrase.tsx'
import type { Person } from '../contract/person.ts'
import { t } from './people-texts.ts'

interface CoversProps extends Pick<Person, 'away'> {
  /** A sentence, or what stands alone on a line. */
  readonly text?: 'covers' | 'coveredBy'
}

/** Who covers for somebody who is away, with the way to them: `Cleo covers.` Nothing where nobody is named whom the reader sees. */
export function Covers({ away, text = 'covers' }: CoversProps) {
  if (!away?.cover) return null
  const { cover } = away
  const way =
    'handle' in cover
      ? ({ to: '/people/$handle', params: { handle: cover.handle } } as const)
      : ({ to: '/spaces/$slug', params: { slug: cover.slug } } as const)
  return (
    <Phrase
      of={t.parts(text, {
        name: (
          <Link key="cover" className="link" {...way}>
            <bdi>{cover.name}</bdi>
          </Link>
        ),
      })}
    />
  )
}
