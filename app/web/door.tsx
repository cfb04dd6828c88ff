import { Navigate, Outlet, useMatches } from '@tanstack/react-router'
import { getSetup } from '#features/availability/contract/setup.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { SkipLink } from '#ui/skip-link.tsx'
import { Mark } from './mark.tsx'
import { t } from './texts.ts'

/** Around the pages for those who are not inside yet: first run, sign-in, an invitation. Until the first run is done, all of them lead to it. */
export function Door() {
  return (
    <>
      <SkipLink to="main" />
      <div className="door">
        <p className="door__brand">
          <Mark />
          {t('baton')}
        </p>
        <main className="door__sheet" id="main">
          <Threshold />
        </main>
      </div>
    </>
  )
}

function Threshold() {
  const { data, isPending } = useAnswer(getSetup, {}, { staleTime: Infinity })
  // By what is shown, not by the address: that changes first, and what it leaves behind is not to be asked for.
  const isAtSetup = useMatches({ select: (matches) => matches.at(-1)?.pathname === '/setup' })
  if (isPending) return null
  if (data?.needed && !isAtSetup) return <Navigate to="/setup" replace />
  if (data && !data.needed && isAtSetup) return <Navigate to="/" replace />
  return <Outlet />
}
