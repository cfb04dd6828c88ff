import { createRootRoute, createRoute } from '@tanstack/react-router'
import { Door } from './door.tsx'
import { NotFound } from './not-found.tsx'
import { page } from './page.tsx'
import { Shell } from './shell.tsx'
import { t } from './texts.ts'

const root = createRootRoute({
  notFoundComponent: () => (
    <Shell>
      <NotFound />
    </Shell>
  ),
})
const door = createRoute({ getParentRoute: () => root, id: 'door', component: Door })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const doorPages = {
  '/setup': page(() => import('#features/availability/web/setup-page.tsx').then((file) => file.SetupPage)),
  '/sign-in': page(() => import('#features/people/web/sign-in-page.tsx').then((file) => file.SignInPage), {
    props: (_, { next }) => ({ next }),
  }),
  '/invitations/$code': page(() => import('#features/availability/web/invitation-page.tsx').then((file) => file.InvitationPage), {
    props: ({ code = '' }) => ({ code }),
  }),
}

const shellPages = {
  '/': page(() => import('#features/delivery/web/today-page.tsx').then((file) => file.TodayPage), { title: t('today') }),
  '/catch-up': page(() => import('#features/delivery/web/catch-up-page.tsx').then((file) => file.CatchUpPage)),
  '/inbox': page(() => import('#features/inbox/web/inbox-page.tsx').then((file) => file.InboxPage)),
  '/direct': page(() => import('#features/threads/web/direct-page.tsx').then((file) => file.DirectPage)),
  '/saved': page(() => import('#features/threads/web/saved-page.tsx').then((file) => file.SavedPage)),
  '/spaces': page(() => import('#features/threads/web/spaces-page.tsx').then((file) => file.SpacesPage)),
  '/spaces/$slug': page(() => import('#features/threads/web/space-page.tsx').then((file) => file.SpacePage), {
    props: ({ slug = '' }) => ({ slug }),
  }),
  '/threads/new': page(() => import('./thread-pages.tsx').then((file) => file.NewThreadWithFinding), {
    props: (_, { space, to, direct }) => ({ space, to, direct }),
  }),
  '/threads/$number': page(() => import('./thread-pages.tsx').then((file) => file.ThreadWithFinding), {
    props: ({ number = '' }, { post }) => ({ number, from: post === undefined ? undefined : Number(post) }),
  }),
  '/drafts': page(() => import('#features/asks/web/drafts-page.tsx').then((file) => file.DraftsPage)),
  '/people': page(() => import('#features/availability/web/people-page.tsx').then((file) => file.PeoplePage)),
  '/people/$handle': page(() => import('./person.tsx').then((file) => file.Person), {
    props: ({ handle = '' }) => ({ handle }),
  }),
  '/rotations': page(() => import('#features/availability/web/rotations-page.tsx').then((file) => file.RotationsPage)),
  '/rotations/$slug': page(() => import('#features/asks/web/rotation-page.tsx').then((file) => file.RotationPage), {
    props: ({ slug = '' }) => ({ slug }),
  }),
  '/help': page(() => import('./help-page.tsx').then((file) => file.helpPage())),
  '/help/$chapter': page(() => import('./help-page.tsx').then((file) => file.helpPage()), { props: ({ chapter }) => ({ chapter }) }),
  '/settings/interruptions': page(() => import('#features/asks/web/interruptions-page.tsx').then((file) => file.InterruptionsPage)),
  '/settings': page(() => import('#features/availability/web/settings-page.tsx').then((file) => file.SettingsPage)),
  '/search': page(() => import('#features/search/web/search-page.tsx').then((file) => file.SearchPage), { props: (_, { q }) => ({ q }) }),
  '/admin/imports': page(() => import('#features/transfer/web/imports-page.tsx').then((file) => file.ImportsPage)),
  '/settings/sign-in': page(() =>
    import('#features/availability/web/sign-in/sign-in-settings-page.tsx').then((file) => file.SignInSettingsPage),
  ),
  '/settings/keys': page(() => import('./keys-page.tsx').then((file) => file.KeysPage)),
  '/admin': page(() => import('#features/availability/web/admin/admin-people-page.tsx').then((file) => file.AdminPeoplePage)),
  '/admin/settings': page(() => import('#features/availability/web/admin/admin-settings-page.tsx').then((file) => file.AdminSettingsPage)),
  '/admin/mails': page(() => import('#features/delivery/web/mails-page.tsx').then((file) => file.MailsPage)),
  '/admin/audit': page(() => import('#features/availability/web/admin/audit-page.tsx').then((file) => file.AuditPage)),
  '/settings/push': page(() => import('#features/delivery/web/push-page.tsx').then((file) => file.PushPage)),
  '/settings/hours': page(() => import('#features/availability/web/hours-page.tsx').then((file) => file.HoursPage)),
}

/** Every page of the web client by its address. */
export const routes = root.addChildren([
  door.addChildren(Object.entries(doorPages).map(([path, component]) => createRoute({ getParentRoute: () => door, path, component }))),
  shell.addChildren(Object.entries(shellPages).map(([path, component]) => createRoute({ getParentRoute: () => shell, path, component }))),
])
