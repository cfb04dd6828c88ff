import { zipOf } from '#platform/testing/zip-of.ts'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { ok, open, say, type ThreadPlace } from './building.ts'
import { addOtherWorkspace } from './other-workspace.ts'
import { buildRotations } from './rotations.ts'
import { secretWords } from './secret-words.ts'
import type { Credentials } from './unchanging.ts'
import { buildVault } from './vault.ts'

/** Everybody's. */
export const password = 'seven quiet lanterns'

/** Such as a browser makes for its pushes. */
export const pushKeys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

/** In which order the table says what everybody is answered. */
export const actors = ['nobody', 'stranger', 'guest', 'outsider', 'owner', 'member', 'admin'] as const
export type Actor = (typeof actors)[number]

export interface Asks {
  /** Vera asked Milo for an answer. */
  readonly toMember: string
  /** Vera asked Milo to do something. */
  readonly task: string
  /** Milo asked Vera. */
  readonly byMember: string
  /** Neither Milo's nor for him. */
  readonly ofOthers: string
  readonly answered: string
  /** Vera asked everybody of the space. */
  readonly toSpace: string
}

export interface World {
  readonly baton: Baton
  readonly people: Record<'ann' | 'ada' | 'otto' | 'vera' | 'milo' | 'gus' | 'fern' | 'greta', Person>
  readonly stranger: { readonly token: string; readonly session: string }
  /** By id: of a person, a space, a thread, a post in the other workspace. */
  readonly foreign: Record<'person' | 'space' | 'thread' | 'post', string>
  /** The private space: Vera made it, Milo is in it; Fern and Greta, a guest, were. */
  readonly vault: {
    readonly id: string
    /** Vera's, of whom nobody is the DRI. */
    readonly thread: ThreadPlace
    /** Vera's, with Milo as DRI and no asks. */
    readonly steered: ThreadPlace
    readonly concluded: ThreadPlace
    readonly post: { readonly byMember: string; readonly byFormer: string; readonly deleted: string }
    readonly asks: Asks
    /** Milo's: one in his post, one whole and one begun in no post. */
    readonly files: { readonly posted: string; readonly whole: string; readonly upload: string }
    /** What Milo sends in the thread later; a draft of his is kept for it as well. */
    readonly scheduled: string
  }
  /** Open to all but guests: Vera made it, Milo is in it. */
  readonly commons: { readonly id: string; readonly thread: ThreadPlace; readonly asks: Pick<Asks, 'toMember' | 'byMember' | 'toSpace'> }
  /** Open, with the guest and Otto in it; his thread names what is in the vault. */
  readonly garden: { readonly id: string; readonly thread: ThreadPlace; readonly concluded: ThreadPlace; readonly byGuest: ThreadPlace }
  /** Between Vera and Milo. */
  readonly direct: { readonly thread: ThreadPlace; readonly slug: string }
  /** Vera's to the private space, an accepted one, and one that Fern made while she was in it; by id, and by code. */
  readonly invitation: Record<'id' | 'code' | 'accepted' | 'byFormer', string>
  /**
   * Shifts by id: Vera's that runs, Milo's, Vera's that she offered him, with the offer; and Vera's in the rotation of the guest's space. The number of
   * the incident, and urgent asks that interrupted Vera and Milo, both acknowledged.
   */
  readonly rotations: Record<
    'running' | 'ofMember' | 'offered' | 'swap' | 'ofStranger' | 'incident' | 'interruptedOther' | 'interruptedMember',
    string
  >
  /** Milo's. */
  readonly pushDevice: string
  /** Of an archive that Ann sent and that waits. */
  readonly imported: string
  readonly items: { readonly ofMember: string; readonly taskOfMember: string; readonly mentionOfMember: string; readonly ofVera: string }
}

export interface Person extends Someone {
  readonly session: string
  readonly sessionId: string
  readonly tokenId: string
}

/** How each actor shows who they are to what takes tokens, and to what takes sessions only. */
export function credentialsOf(world: World, actor: Actor, kind: 'token' | 'session'): Credentials {
  const who = whoIs(world, actor)
  if (!who) return null
  return kind === 'token' ? { token: who.token } : { session: who.session }
}

/** Whose things an actor has; nobody and the stranger try with those of the member. */
export function personOf({ people }: World, actor: Actor): Person {
  const { gus, otto, ann, milo, ada } = people
  return { nobody: milo, stranger: milo, guest: gus, outsider: otto, owner: ann, member: milo, admin: ada }[actor]
}

function whoIs(world: World, actor: Actor): { token: string; session: string } | null {
  if (actor === 'nobody') return null
  return actor === 'stranger' ? world.stranger : personOf(world, actor)
}

/** A workspace with people in every standing towards a private space, built through the API; beside it another workspace, put into the database. */
export async function buildWorld(options: { mail?: boolean } = {}): Promise<World> {
  const baton = await startBaton({ at: '2026-11-23T09:00:00Z', ...options })
  const people = await inviteAll(baton)
  const vault = await buildVault(baton, people)
  const commons = await buildCommons(baton, people)
  const garden = await buildGarden(baton, people, vault.thread.number)
  const direct = await buildDirect(baton, people)
  const rotations = await buildRotations(baton, people)
  await baton.settle()
  // Past the digests of the afternoon.
  baton.clock.advance({ hours: 7, minutes: 30 })
  await baton.settle()
  const items = await findItems(baton, people)
  const invitation = await invite(baton, people)
  const held = { number: vault.thread.number, body: `${secretWords.post}: held until tomorrow. @milo @fern @greta` }
  await say(baton, people.vera, held)
  await baton.settle()
  const { stranger, foreign } = await addOtherWorkspace(baton)
  for (const { handle } of [people.fern, people.greta]) ok(await baton.call(people.vera, 'DELETE', `/spaces/umbra/members/${handle}`), 200)
  for (const { session } of Object.values(people))
    ok(await baton.call(null, 'POST', '/confirmation', { password }, { cookie: `baton=${session}` }), 200)
  const imported = ok(await baton.upload(people.ann, '/imports?kind=slack', zipOf({})), 201).id
  const subscription = { endpoint: 'http://127.0.0.1:1/one', keys: pushKeys }
  const pushDevice = ok(await baton.call(null, 'POST', '/push/devices', subscription, { cookie: `baton=${people.milo.session}` }), 201).id
  return { baton, people, pushDevice, imported, stranger, foreign, vault, commons, garden, direct, rotations, invitation, items }
}

async function inviteAll(baton: Baton): Promise<World['people']> {
  const everybody: Record<keyof World['people'], Someone> = {
    ann: await baton.setup({ handle: 'ann', name: 'Ann Mori' }),
    ada: await baton.person({ handle: 'ada', name: 'Ada Adebayo', role: 'admin' }),
    otto: await baton.person({ handle: 'otto', name: 'Otto Lind' }),
    vera: await baton.person({ handle: 'vera', name: 'Vera Quillfeather' }),
    milo: await baton.person({ handle: 'milo', name: 'Milo Brackenridge' }),
    fern: await baton.person({ handle: 'fern', name: 'Fern Fernsby' }),
    gus: await baton.person({ handle: 'gus', name: 'Gus Pell', role: 'guest' }),
    greta: await baton.person({ handle: 'greta', name: 'Greta Lowe', role: 'guest' }),
  }
  const people: Partial<Record<keyof World['people'], Person>> = {}
  for (const name of Object.keys(everybody) as (keyof World['people'])[]) people[name] = await signedIn(baton, everybody[name])
  return people as World['people']
}

async function signedIn(baton: Baton, someone: Someone): Promise<Person> {
  const answer = await baton.call(null, 'POST', '/sign-in', { email: `${someone.handle}@halyard.example`, password })
  const session = /baton=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const tokens = ok(await baton.call(someone, 'GET', '/tokens'), 200)
  return { ...someone, session, sessionId: ok(answer, 200).session.id, tokenId: tokens.items[0].id }
}

async function buildCommons(baton: Baton, { vera, milo }: World['people']): Promise<World['commons']> {
  const { id } = ok(await baton.call(vera, 'POST', '/spaces', { slug: 'commons', name: 'Commons' }), 201)
  ok(await baton.call(milo, 'PUT', '/spaces/commons/members/me'), 200)
  const asking = { space: 'commons', title: 'Lunch', body: 'Where to?', asks: [{ to: 'milo', verb: 'answer', text: 'Where?' }] }
  const thread = await open(baton, vera, asking)
  const { asks } = await say(baton, milo, {
    number: thread.number,
    body: 'When?',
    asks: [{ to: 'vera', verb: 'answer', text: 'When?' }],
  })
  const shared = await say(baton, vera, {
    number: thread.number,
    body: 'Who cooks?',
    asks: [{ to: 'commons', verb: 'do', text: 'Cook.' }],
  })
  return { id, thread, asks: { toMember: thread.asks[0]!.id, byMember: asks[0].id, toSpace: shared.asks[0].id } }
}

async function buildGarden(baton: Baton, { otto, gus, ann }: World['people'], secretNumber: number): Promise<World['garden']> {
  const { id } = ok(await baton.call(otto, 'POST', '/spaces', { slug: 'garden', name: 'Garden' }), 201)
  ok(await baton.call(otto, 'PUT', '/spaces/garden/members/gus'), 200)
  ok(await baton.call(ann, 'PUT', '/spaces/garden/members/me'), 200)
  ok(await baton.call(ann, 'DELETE', '/spaces/garden/members/me'), 200)
  const body = `See #${secretNumber}, @umbra, @vera and @milo.`
  const thread = await open(baton, otto, { space: 'garden', title: 'Beds', body, asks: [{ to: 'gus', verb: 'do', text: 'Water them.' }] })
  const concluded = await open(baton, otto, { space: 'garden', title: 'Paths', body: 'Which?' })
  ok(await baton.call(otto, 'POST', `/threads/${concluded.number}/conclude`, { body: 'Gravel.' }), 200)
  const byGuest = await open(baton, gus, { space: 'garden', title: 'Roses', body: 'I bring some. @otto' })
  return { id, thread, concluded, byGuest }
}

async function buildDirect(baton: Baton, { vera, milo }: World['people']): Promise<World['direct']> {
  const thread = await open(baton, vera, {
    people: ['milo'],
    title: `${secretWords.direct} word`,
    body: `${secretWords.direct}, between us`,
  })
  const { space } = ok(await baton.call(milo, 'GET', `/threads/${thread.number}`), 200)
  return { thread, slug: space.slug }
}

async function findItems(baton: Baton, { milo, vera }: World['people']): Promise<World['items']> {
  const ofMilo: { id: string; why: string; ask: { verb: string } | null }[] = ok(await baton.call(milo, 'GET', '/inbox'), 200).items
  const find = (what: string, wanted: (item: (typeof ofMilo)[number]) => boolean): string => {
    const found = ofMilo.find(wanted)
    if (!found) throw new Error(`Milo's inbox holds no ${what}: ${JSON.stringify(ofMilo)}`)
    return found.id
  }
  const ofVera = ok(await baton.call(vera, 'GET', '/inbox'), 200).items[0].id
  return {
    ofMember: find('ask for an answer', ({ ask }) => ask?.verb === 'answer'),
    taskOfMember: find('ask to do something', ({ ask }) => ask?.verb === 'do'),
    mentionOfMember: find('mention', ({ why }) => why === 'mention'),
    ofVera,
  }
}

async function invite(baton: Baton, { vera, fern }: World['people']): Promise<World['invitation']> {
  const { id, code } = ok(await baton.call(vera, 'POST', '/invitations', { role: 'guest', spaces: ['umbra'] }), 201)
  const other = ok(await baton.call(vera, 'POST', '/invitations', { role: 'guest', spaces: ['umbra'] }), 201)
  const newcomer = { handle: 'hal', name: 'Hal Brackenridge', email: 'hal@elsewhere.example', password, timeZone: 'UTC' }
  ok(await baton.call(null, 'POST', `/invitations/${other.code}`, newcomer), 201)
  const byFormer = ok(await baton.call(fern, 'POST', '/invitations', { role: 'guest', spaces: ['umbra'] }), 201).code
  return { id, code, accepted: other.code, byFormer }
}
