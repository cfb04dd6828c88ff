import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import { Phrase } from '#ui/phrase.tsx'
import type { Thread } from '../contract/threads.ts'
import { t } from './post-texts.ts'

type Related = Thread['goesOn'][number]

/** Where a thread came from, and where it goes on. */
export function RelatedThreads({ thread: { origin, goesOn } }: { thread: Thread }) {
  const now = useNow()
  const zone = useMyZone()
  if (!origin && goesOn.length === 0) return null
  return (
    <ul className="related">
      {origin && (
        <li>
          <Icon name="arrow-left" size="sm" />
          <span>
            <Phrase of={originParts(origin, formatSoon(origin.at, { zone, now }))} />
          </span>
        </li>
      )}
      {goesOn.map((one) => (
        <li key={one.number}>
          <Icon name="arrow-right" size="sm" />
          <span>
            <Phrase
              of={t.parts<'goesOnSplit' | 'goesOnMoved', ReactNode>(one.how === 'split' ? 'goesOnSplit' : 'goesOnMoved', {
                title: <Way key="title" to={one} />,
              })}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

function originParts(origin: Related, when: string): ReactNode[] {
  const title = <Way key="title" to={origin} />
  return origin.how === 'split' ? t.parts('splitFromThread', { title, name: origin.by.name, when }) : t.parts('movedFromThread', { title })
}

function Way({ to }: { to: Related }) {
  return (
    <Link className="link" to="/threads/$number" params={{ number: String(to.number) }} dir="auto">
      {to.title}
    </Link>
  )
}
