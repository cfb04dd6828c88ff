import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router'
import { noteReturning } from '#platform/browser/returning.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { Broken } from './broken.tsx'
import { focusHeading } from './focus-heading.ts'
import { NotFound } from './not-found.tsx'
import { routes } from './routes.tsx'

/** The router of the web client. Each change of page moves focus to its heading, so that it is read aloud from its beginning. */
export function makeRouter() {
  const router = createRouter({
    routeTree: routes,
    scrollRestoration: true,
    // Words after the question mark stay words: `?q=12` asks for "12".
    parseSearch: parseSearchWith((word) => word),
    stringifySearch: stringifySearchWith(String),
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: Pending,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  })
  router.history.subscribe(({ action }) => noteReturning(action.type !== 'PUSH' && action.type !== 'REPLACE'))
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) focusHeading()
  })
  return router
}

function Pending() {
  return (
    <div className="wrap">
      <Skeleton shape="rows" />
    </div>
  )
}
