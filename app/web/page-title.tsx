import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepVisit } from '#platform/browser/visits.ts'
import { t } from './texts.ts'

/** What is opened to be read, and worth finding again. */
const things = /^\/(?:threads\/\d+|people\/[^/]+|spaces\/[^/]+)$/

/** The title of the window: what it is told, else the heading of the page, as soon as there is one. */
export function PageTitle({ title }: { title: string | undefined }) {
  const [heading, setHeading] = useState<string>()
  useEffect(() => {
    if (title !== undefined) return undefined
    const read = (): void => setHeading(document.querySelector('main h1')?.textContent?.trim() || undefined)
    const observer = new MutationObserver(read)
    const main = document.querySelector('main')
    if (main) observer.observe(main, { childList: true, subtree: true, characterData: true })
    read()
    return () => observer.disconnect()
  }, [title])
  const { pathname } = useLocation()
  useEffect(() => {
    if (heading !== undefined && things.test(pathname) && !document.querySelector('main .empty h1'))
      keepVisit({ path: pathname, title: heading })
  }, [heading, pathname])
  const shown = title ?? heading
  return <title>{shown === undefined ? t('baton') : t('titled', { title: shown })}</title>
}
