import { Link } from '@tanstack/react-router'
import { useVisits } from '#platform/browser/visits.ts'
import { Icon } from '#ui/icon.tsx'
import { useKeptSearches } from './kept-searches.ts'
import { NarrowWords } from './narrow-words.tsx'
import { t } from './texts.ts'

/** Before anything is looked for: what was searched for and opened last on this device, and how to narrow. */
export function SearchStart({ onChoose }: { onChoose: (q: string) => void }) {
  const searches = useKeptSearches()
  const visits = useVisits()
  return (
    <div className="sg">
      <div>
        {searches.length > 0 && (
          <section className="rg">
            <h2 className="sec">{t('searches')}</h2>
            <ul className="rows">
              {searches.map((q) => (
                <li key={q} className="row row--thread">
                  <Icon name="search" />
                  <button type="button" className="row__t" dir="auto" onClick={() => onChoose(`${q} `)}>
                    {q}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {visits.length > 0 && (
          <section className="rg">
            <h2 className="sec">{t('visits')}</h2>
            <ul className="rows">
              {visits.map(({ path, title }) => (
                <li key={path} className="row row--thread">
                  <Icon name="clock" />
                  <Link className="row__t" dir="auto" to={path}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
            <p className="hint">{t('onDevice')}</p>
          </section>
        )}
      </div>
      <aside className="fc">
        <NarrowWords />
      </aside>
    </div>
  )
}
