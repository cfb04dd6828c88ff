import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { NowProvider } from '#platform/browser/now.tsx'
import { isLeaving, owner } from '#platform/browser/owner.ts'
import { showTheme } from '#ui/theme.ts'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'

showTheme()
const router = makeRouter()
const client = makeQueryClient(() => {
  if (isLeaving()) return
  const { pathname, href } = router.state.location
  // What was read is for whoever is signed in; what they wrote waits until they are again.
  if (owner() !== null) void import('#platform/browser/kept-answers.ts').then(({ forgetAnswers }) => forgetAnswers())
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: href } })
})
const place = document.querySelector('#baton')
if (!place) throw new Error('The page has no place for Baton.')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <NowProvider>
        <RouterProvider router={router} />
      </NowProvider>
    </QueryClientProvider>
  </StrictMode>,
)
