import { Link } from '@tanstack/react-router'
import { Written } from '#features/asks/web/written.tsx'
import { Empty } from '#ui/empty.tsx'
import asking from '../../docs/guide/asking-well.md'
import away from '../../docs/guide/being-away.md'
import commandLine from '../../docs/guide/command-line.md'
import finding from '../../docs/guide/finding.md'
import firstDay from '../../docs/guide/first-day.md'
import keys from '../../docs/guide/keys.md'
import language from '../../docs/guide/language-and-time.md'
import reading from '../../docs/guide/reading.md'
import urgent from '../../docs/guide/urgent.md'
import hours from '../../docs/guide/your-hours.md'
import team from '../../docs/guide/your-team.md'
import { t } from './help-texts.ts'

const FIRST = 'first-day'
const nothing = { people: [], spaces: [], threads: [] }
const chapters = {
  [FIRST]: firstDay,
  'your-hours': hours,
  'asking-well': asking,
  reading,
  urgent,
  'being-away': away,
  finding,
  keys,
  'language-and-time': language,
  'your-team': team,
  'command-line': commandLine,
}

/** The guide, a chapter at a time. It comes with the pages, and can be read without a network once it was. */
export function HelpPage({ chapter = FIRST }: { chapter?: string | undefined }) {
  const open = Object.entries(chapters).find(([name]) => name === chapter)?.[1]
  return (
    <div className="wrap help">
      <nav className="help__nav" aria-label={t('chapters')}>
        <ul lang="en">
          {Object.entries(chapters).map(([name, { title }]) => (
            <li key={name}>
              <Link to="/help/$chapter" params={{ chapter: name }} aria-current={name === chapter ? 'page' : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {open ? (
        <Chapter {...open} />
      ) : (
        <Empty whole title={t('none')}>
          {t('noneMore')}
        </Empty>
      )}
    </div>
  )
}

function Chapter({ title, html }: { title: string; html: string }) {
  return (
    <article className="help__text" lang="en" dir="ltr">
      <h1>{title}</h1>
      <Written html={html} links={nothing} />
    </article>
  )
}
