import { Link } from '@tanstack/react-router'
import { Written } from '#features/asks/web/written.tsx'
import { directionOf } from '#platform/text/languages.ts'
import { reader } from '#platform/text/reader.ts'
import { Empty } from '#ui/empty.tsx'
import { type Chapter, type Guide, order, readersGuide } from './guide.ts'
import { t } from './help-texts.ts'

const FIRST = order[0]
const nothing = { people: [], spaces: [], threads: [] }

/** Fetches the guide in the reader's language, and makes the page that shows it. It can be read without a network once the pages are kept. */
export async function helpPage() {
  const guide = await readersGuide()
  return function HelpPage({ chapter = FIRST }: { chapter?: string | undefined }) {
    return <Help guide={guide} chapter={chapter} />
  }
}

function Help({ guide, chapter }: { guide: Guide; chapter: string }) {
  const open = guide[chapter]
  return (
    <div className="wrap help">
      <nav className="help__nav" aria-label={t('chapters')}>
        <ul>
          {order.map((name) => (
            <li key={name}>
              <Link to="/help/$chapter" params={{ chapter: name }} aria-current={name === chapter ? 'page' : undefined}>
                {guide[name]?.title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {open ? (
        <Text {...open} />
      ) : (
        <Empty whole title={t('none')}>
          {t('noneMore')}
        </Empty>
      )}
    </div>
  )
}

function Text({ title, html }: Chapter) {
  return (
    <article className="help__text">
      <h1>{title}</h1>
      <Written html={html} links={nothing} dir={directionOf(reader().language)} />
    </article>
  )
}
