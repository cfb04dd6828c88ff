import { withinSentence } from '#platform/text/cases.ts'
import { formatRow } from '#platform/text/format-span.ts'
import { Link } from '@tanstack/react-router'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import type { Found } from '../contract.ts'
import { hitPieces } from '../rules/excerpt.ts'
import { questionOf } from '../rules/question.ts'
import { linkOf } from './link-of.ts'
import { t } from './texts.ts'

const icons: Readonly<Record<Found['type'], IconName>> = {
  thread: 'messages-square',
  post: 'quote',
  person: 'user-round',
  space: 'panels-top-left',
}

interface FoundRowProps {
  readonly found: Found
  readonly q: string
  readonly selected: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

/** One thing found: what it is, where it stands, the words around what was looked for. */
export function FoundRow({ found, q, selected, onFocus, onOpen }: FoundRowProps) {
  const now = useNow()
  const zone = useMyZone()
  const isConcluded = found.state === 'concluded'
  const isNamed = found.type === 'person' || found.type === 'space'
  const about = [
    found.space?.name,
    isConcluded && withinSentence(t('concluded')),
    found.by && t('by', { name: found.by.name }),
    !isNamed && formatSoon(found.at, { zone, now }),
  ]
  return (
    <li className={classes('row row--thread', selected && 'is-sel')} onFocus={onFocus}>
      {found.type === 'person' ? (
        <PersonAvatar name={found.title} zone={undefined} size="sm" />
      ) : (
        <Icon name={isConcluded ? 'circle-check' : icons[found.type]} />
      )}
      <div>
        <Link className="row__t" dir="auto" onClick={onOpen} {...linkOf(found)}>
          <Pieces pieces={hitPieces(found.title, questionOf(q))} />
        </Link>
        {found.excerpt.length > 0 && (
          <p className="rs__s" dir="auto">
            <Pieces pieces={found.excerpt} />
          </p>
        )}
        <p className="row__s">
          {isNamed ? `${found.type === 'person' ? '@' : ''}${found.slug}` : formatRow(about.flatMap((part) => part || []))}
        </p>
      </div>
    </li>
  )
}

function Pieces({ pieces }: { pieces: Found['excerpt'] }) {
  return pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))
}
