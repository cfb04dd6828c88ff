import type { Baton } from '#app/testing/harness.ts'
import { secretHash } from '#platform/secrets/secret.ts'
import { newId } from '#platform/sql/id.ts'
import type { World } from './world.ts'

/** What a second workspace in the same tables would hold; no server serves it. */
export async function addOtherWorkspace({ db, clock }: Baton): Promise<Pick<World, 'stranger' | 'foreign'>> {
  const now = clock.now()
  const [person, space, thread, post] = [newId(now), newId(now), newId(now), newId(now)]
  const here = { workspace_id: 2 }
  const stranger = { token: `baton_${'s'.repeat(43)}`, session: 't'.repeat(43) }
  const by = { ...here, person_id: person, created_at: now, expires_at: now.add({ hours: 24 * 30 }) }
  await db.insertInto('workspaces').values({ id: 2, slug: 'elsewhere', name: 'Strangeland', created_at: now }).execute()
  for (const name of ['stan', 'odd'])
    await db
      .insertInto('names')
      .values({ ...here, name, kind: name === 'odd' ? 'space' : 'person' })
      .execute()
  await db
    .insertInto('people')
    .values({ ...here, id: person, handle: 'stan', name: 'Stan Strangeperson', role: 'owner', created_at: now })
    .execute()
  await db
    .insertInto('tokens')
    .values({ ...by, secret_hash: secretHash(stranger.token), id: newId(now), name: 'All', scopes: ['read', 'write', 'admin'] })
    .execute()
  await db
    .insertInto('sessions')
    .values({
      ...by,
      secret_hash: secretHash(stranger.session),
      id: newId(now),
      user_agent: '',
      address: '',
      seen_at: now,
      proof: 'password',
      proved_at: now,
    })
    .execute()
  await db
    .insertInto('spaces')
    .values({ ...here, id: space, slug: 'odd', name: 'Strangeland', visibility: 'open', created_by: person, created_at: now })
    .execute()
  const opened = { opened_by: person, opened_at: now, last_post_at: now }
  await db
    .insertInto('threads')
    .values({ ...here, id: thread, number: 900, space_id: space, kind: 'discussion', title: 'Strangetitle', ...opened })
    .execute()
  await db
    .insertInto('posts')
    .values({ ...here, id: post, thread_id: thread, seq: 1, author_id: person, body: 'Strangepost', posted_at: now })
    .execute()
  return { stranger, foreign: { person, space, thread, post } }
}
