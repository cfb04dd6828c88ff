import { type Actor, password, personOf, pushKeys, type World } from './world.ts'
import { unsubscribeToken } from '#features/delivery/access/subscriber.ts'
import { fileAddress } from '#features/threads/rules/file-address.ts'
import { derivedSecret } from '#platform/secrets/secret.ts'
import { serverSecret } from './unchanging.ts'

/** What is sent; a value of `params` for each name in the path. */
export interface Sent {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Fixture = (world: World, actor: Actor) => Sent

const week = { from: '2026-11-23', to: '2026-11-24' }
const monday = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' }
const newcomer = { handle: 'nia', name: 'Nia Nowak', email: 'nia@elsewhere.example', password, timeZone: 'Europe/Warsaw' }
const calendar = { timeZone: 'Europe/Lisbon', weekly: { 1: [['10:00', '12:00']] } }
const opening = { title: 'A matter', body: 'It begins.' }
const nowhere = '01a207a2-0000-7000-8000-000000000000'

/** What no passkey signed. */
const signed = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
  clientExtensionResults: {},
}

const administration: Record<string, Fixture> = {
  getSettings: () => ({}),
  changeSettings: () => ({ body: { name: 'Halyard two' } }),
  listAdministeredPeople: () => ({}),
  giveAddress: () => ({ params: { handle: 'vera' }, body: { email: 'vera@elsewhere.example' } }),
  listAudit: () => ({ query: { limit: 100 } }),
  'listAudit: about somebody': () => ({ query: { person: 'vera', limit: 100 } }),
  'listAudit: about somebody absent': () => ({ query: { person: 'nemo' } }),
  listMails: () => ({}),
  retryMail: () => ({ params: { id: nowhere } }),
  dropMail: () => ({ params: { id: nowhere } }),
}

const people: Record<string, Fixture> = {
  signIn: () => ({ body: { email: 'milo@halyard.example', password } }),
  'signIn: wrong password': () => ({ body: { email: 'milo@halyard.example', password: 'not the one' } }),
  'signIn: by a code that nobody sent': () => ({ body: { email: 'milo@halyard.example', code: '123456' } }),
  getSignIn: () => ({}),
  sendCode: () => ({ body: { email: 'milo@halyard.example' } }),
  "sendCode: to an address of nobody's": () => ({ body: { email: 'nemo@halyard.example' } }),
  beginPasskeySignIn: () => ({}),
  signInWithPasskey: () => ({ body: { passkey: signed } }),
  signOut: () => ({}),
  listSessions: () => ({}),
  endSession: (world, actor) => ({ params: { id: personOf(world, actor).sessionId } }),
  "endSession: somebody else's": ({ people: { vera } }) => ({ params: { id: vera.sessionId } }),
  endOtherSessions: () => ({}),
  confirmSession: () => ({ body: { password } }),
  'confirmSession: without knowing the password': () => ({ body: { password: 'not the one' } }),
  beginConfirmation: () => ({}),
  getOwnSignIn: () => ({}),
  listSignInHistory: () => ({}),
  beginPasskey: () => ({}),
  addPasskey: () => ({ body: { name: 'Laptop', passkey: { ...signed, response: { clientDataJSON: 'e30', attestationObject: 'e30' } } } }),
  removePasskey: () => ({ params: { id: nowhere } }),
  beginSecondFactor: () => ({}),
  confirmSecondFactor: () => ({ body: { code: '123456' } }),
  renewRecoveryCodes: () => ({}),
  removeSecondFactor: () => ({}),
  resetSecondFactor: () => ({ params: { handle: 'vera' } }),
  "resetSecondFactor: the owner's": () => ({ params: { handle: 'ann' } }),
  changePassword: () => ({ body: { current: password, new: 'nine louder lanterns' } }),
  'changePassword: without knowing it': () => ({ body: { current: 'not the one', new: 'nine louder lanterns' } }),
  listTokens: () => ({}),
  makeToken: () => ({ body: { name: 'Reader', scopes: ['read'] } }),
  endToken: (world, actor) => ({ params: { id: personOf(world, actor).tokenId } }),
  "endToken: somebody else's": ({ people: { vera } }) => ({ params: { id: vera.tokenId } }),
  getSetup: () => ({}),
  setUp: () => ({ body: { workspace: { name: 'Other', slug: 'other' }, owner: newcomer } }),
  getMe: () => ({}),
  listPeople: () => ({}),
  addPerson: () => ({ body: { handle: 'nia', name: 'Nia Nowak', timeZone: 'UTC' } }),
  getPerson: () => ({ params: { handle: 'vera' } }),
  'getPerson: by id': ({ people: { vera } }) => ({ params: { handle: vera.id } }),
  'getPerson: who shares a space with the guest': () => ({ params: { handle: 'otto' } }),
  'getPerson: absent': () => ({ params: { handle: 'nemo' } }),
  'getPerson: of another workspace': ({ foreign }) => ({ params: { handle: foreign.person } }),
  changePerson: () => ({ params: { handle: 'me' }, body: { status: 'Reading' } }),
  "changePerson: somebody else's profile": () => ({ params: { handle: 'vera' }, body: { status: 'Reading' } }),
  "changePerson: somebody's role": () => ({ params: { handle: 'vera' }, body: { role: 'guest' } }),
  "changePerson: one's own role": () => ({ params: { handle: 'me' }, body: { role: 'owner' } }),
  "changePerson: the owner's role": () => ({ params: { handle: 'ann' }, body: { role: 'member' } }),
  'changePerson: deactivating': () => ({ params: { handle: 'vera' }, body: { active: false } }),
  getCalendar: () => ({ params: { handle: 'vera' } }),
  putCalendar: () => ({ params: { handle: 'me' }, body: calendar }),
  "putCalendar: somebody else's": () => ({ params: { handle: 'vera' }, body: calendar }),
  getAvailability: () => ({ params: { handle: 'vera' }, query: week }),
  previewAttention: () => ({ body: { to: ['vera'] } }),
  'previewAttention: in the private space': () => ({ body: { to: ['me'], space: 'umbra' } }),
  findOverlap: () => ({ body: { people: ['me', 'vera'], ...monday, minutes: 30 } }),
  listNext: () => ({ query: { people: 'me,vera' } }),
  listDays: () => ({ query: { people: 'vera' } }),
  unsubscribe: ({ people: { milo } }) => ({ params: { token: unsubscribeToken(serverSecret, { workspaceId: 1, personId: milo.id }) } }),
  'unsubscribe: not signed': ({ people: { milo } }) => ({ params: { token: `1.${milo.id}.signed` } }),
}

const invitations: Record<string, Fixture> = {
  makeInvitation: () => ({ body: { role: 'guest', spaces: ['umbra'] } }),
  'makeInvitation: of a guest to an open space': () => ({ body: { role: 'guest', spaces: ['commons'] } }),
  'makeInvitation: of a member': () => ({ body: { role: 'member' } }),
  'makeInvitation: of an admin': () => ({ body: { role: 'admin' } }),
  listInvitations: () => ({}),
  resendInvitation: ({ invitation }) => ({ params: { id: invitation.id } }),
  withdrawInvitation: ({ invitation }) => ({ params: { id: invitation.id } }),
  getInvitation: ({ invitation }) => ({ params: { code: invitation.code } }),
  'getInvitation: accepted': ({ invitation }) => ({ params: { code: invitation.accepted } }),
  'getInvitation: by id': ({ invitation }) => ({ params: { code: invitation.id } }),
  acceptInvitation: ({ invitation }) => ({ params: { code: invitation.code }, body: newcomer }),
  'acceptInvitation: accepted': ({ invitation }) => ({ params: { code: invitation.accepted }, body: newcomer }),
  'acceptInvitation: unknown': () => ({ params: { code: 'guessed' }, body: newcomer }),
}

const spaces: Record<string, Fixture> = {
  listSpaces: () => ({ query: { archived: 'true' } }),
  makeSpace: () => ({ body: { slug: 'attic', name: 'Attic' } }),
  'makeSpace: under the name of the private one': () => ({ body: { slug: 'umbra', name: 'Umbra' } }),
  getSpace: () => ({ params: { slug: 'umbra' } }),
  'getSpace: by id': ({ vault }) => ({ params: { slug: vault.id } }),
  'getSpace: an open one': () => ({ params: { slug: 'commons' } }),
  "getSpace: the guest's": () => ({ params: { slug: 'garden' } }),
  'getSpace: a direct one': ({ direct }) => ({ params: { slug: direct.slug } }),
  'getSpace: absent': () => ({ params: { slug: 'nowhere' } }),
  'getSpace: of another workspace': ({ foreign }) => ({ params: { slug: foreign.space } }),
  changeSpace: () => ({ params: { slug: 'umbra' }, body: { purpose: 'Other matters' } }),
  'changeSpace: opening it': () => ({ params: { slug: 'umbra' }, body: { visibility: 'open' } }),
  'changeSpace: archiving it': () => ({ params: { slug: 'umbra' }, body: { archived: true } }),
  'changeSpace: an open one': () => ({ params: { slug: 'commons' }, body: { purpose: 'Other matters' } }),
  'changeSpace: archiving an open one': () => ({ params: { slug: 'commons' }, body: { archived: true } }),
  "changeSpace: the guest's": () => ({ params: { slug: 'garden' }, body: { purpose: 'Other matters' } }),
  'changeSpace: a direct one': ({ direct }) => ({ params: { slug: direct.slug }, body: { name: 'Ours' } }),
  followSpace: () => ({ params: { slug: 'umbra' }, body: { level: 'digest' } }),
  'followSpace: an open one': () => ({ params: { slug: 'commons' }, body: { level: 'digest' } }),
  listMembers: () => ({ params: { slug: 'umbra' } }),
  'listMembers: of an open one': () => ({ params: { slug: 'commons' } }),
  addMember: () => ({ params: { slug: 'umbra', handle: 'otto' } }),
  'addMember: oneself': () => ({ params: { slug: 'umbra', handle: 'me' } }),
  'addMember: oneself, to an open one': () => ({ params: { slug: 'commons', handle: 'me' } }),
  'addMember: to an open one': () => ({ params: { slug: 'commons', handle: 'fern' } }),
  "addMember: to the guest's": () => ({ params: { slug: 'garden', handle: 'me' } }),
  "addMember: to the guest's, somebody they do not meet": () => ({ params: { slug: 'garden', handle: 'vera' } }),
  "addMember: to the guest's, somebody they do": () => ({ params: { slug: 'garden', handle: 'otto' } }),
  'addMember: to a direct one': ({ direct }) => ({ params: { slug: direct.slug, handle: 'otto' } }),
  removeMember: () => ({ params: { slug: 'umbra', handle: 'vera' } }),
  'removeMember: oneself': () => ({ params: { slug: 'umbra', handle: 'me' } }),
  'removeMember: from an open one': () => ({ params: { slug: 'commons', handle: 'vera' } }),
  "removeMember: from the guest's": () => ({ params: { slug: 'garden', handle: 'otto' } }),
}

const someday = { start: '2026-12-01T08:00:00Z', end: '2026-12-01T20:00:00Z' }
const instants = { from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' }
const weeks = { from: '2026-12-07', weekday: 1, time: '09:00', timeZone: 'Europe/Lisbon', weeks: 2 }

const rotations: Record<string, Fixture> = {
  listRotations: () => ({}),
  makeRotation: () => ({ body: { slug: 'night', name: 'Night' } }),
  getRotation: () => ({ params: { slug: 'pager' } }),
  "getRotation: the guest's": () => ({ params: { slug: 'watering' } }),
  'getRotation: absent': () => ({ params: { slug: 'nowhere' } }),
  changeRotation: () => ({ params: { slug: 'pager' }, body: { purpose: 'When it burns' } }),
  'changeRotation: for the whole workspace': () => ({ params: { slug: 'pager' }, body: { wholeWorkspace: true } }),
  "changeRotation: the guest's": () => ({ params: { slug: 'watering' }, body: { purpose: 'When it burns' } }),
  addRotationMember: () => ({ params: { slug: 'pager', handle: 'vera' } }),
  removeRotationMember: () => ({ params: { slug: 'pager', handle: 'vera' } }),
  getOnCall: () => ({ params: { slug: 'pager' } }),
  "getOnCall: the guest's": () => ({ params: { slug: 'watering' } }),
  listShifts: () => ({ params: { slug: 'pager' }, query: instants }),
  "listShifts: the guest's": () => ({ params: { slug: 'watering' }, query: instants }),
  addShift: () => ({ params: { slug: 'pager' }, body: { person: 'vera', ...someday } }),
  planShifts: () => ({ params: { slug: 'pager' }, body: { people: ['vera'], ...weeks } }),
  getShift: ({ rotations }) => ({ params: { id: rotations.running } }),
  'getShift: of somebody the guest does not meet': ({ rotations }) => ({ params: { id: rotations.ofStranger } }),
  'getShift: absent': () => ({ params: { id: nowhere } }),
  changeShift: ({ rotations }) => ({ params: { id: rotations.ofMember }, body: { person: 'vera' } }),
  removeShift: ({ rotations }) => ({ params: { id: rotations.ofMember } }),
  offerSwap: ({ rotations }) => ({ params: { id: rotations.ofMember }, body: { to: 'vera' } }),
  'offerSwap: taking over': ({ rotations }) => ({ params: { id: rotations.running }, body: {} }),
  acceptSwap: ({ rotations }) => ({ params: { id: rotations.swap } }),
  endSwap: ({ rotations }) => ({ params: { id: rotations.swap } }),
}

const threads: Record<string, Fixture> = {
  listThreads: () => ({ params: { slug: 'umbra' } }),
  'listThreads: of an open space': () => ({ params: { slug: 'commons' } }),
  'listThreads: of somebody': () => ({ params: { slug: 'garden' }, query: { dri: 'vera' } }),
  openThread: () => ({ body: { ...opening, space: 'umbra' } }),
  'openThread: in an open space': () => ({ body: { ...opening, space: 'commons' } }),
  "openThread: in the guest's": () => ({ body: { ...opening, space: 'garden' } }),
  "openThread: in the guest's, asking somebody": () => ({
    body: { ...opening, space: 'garden', asks: [{ to: 'vera', verb: 'do', text: 'This.' }] },
  }),
  "openThread: in the guest's, for somebody": () => ({ body: { ...opening, space: 'garden', dri: 'vera' } }),
  'openThread: with somebody': () => ({ body: { ...opening, people: ['vera', 'otto'] } }),
  getThread: ({ vault }) => ({ params: { number: vault.thread.number } }),
  'getThread: by id': ({ vault }) => ({ params: { number: vault.thread.id } }),
  'getThread: in an open space': ({ commons }) => ({ params: { number: commons.thread.number } }),
  "getThread: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number } }),
  'getThread: a direct one': ({ direct }) => ({ params: { number: direct.thread.number } }),
  'getThread: absent': () => ({ params: { number: 4711 } }),
  'getThread: of another workspace': ({ foreign }) => ({ params: { number: foreign.thread } }),
  changeThread: ({ vault }) => ({ params: { number: vault.steered.number }, body: { title: 'Another' } }),
  "changeThread: somebody else's": ({ vault }) => ({ params: { number: vault.thread.number }, body: { title: 'Another' } }),
  'changeThread: in an open space': ({ commons }) => ({ params: { number: commons.thread.number }, body: { title: 'Another' } }),
  "changeThread: the guest's own": ({ garden }) => ({ params: { number: garden.byGuest.number }, body: { title: 'Another' } }),
  keepHighlights: ({ vault }) => ({ params: { number: vault.thread.number }, body: { body: 'In short' } }),
  "keepHighlights: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number }, body: { body: 'In short' } }),
  "keepHighlights: the guest's own": ({ garden }) => ({ params: { number: garden.byGuest.number }, body: { body: 'In short' } }),
  draftOutcome: ({ vault }) => ({ params: { number: vault.thread.number }, body: { body: 'So be it' } }),
  "draftOutcome: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number }, body: { body: 'So be it' } }),
  reopenThread: ({ vault }) => ({ params: { number: vault.concluded.number }, body: { reason: 'It rains' } }),
  "reopenThread: in the guest's": ({ garden }) => ({ params: { number: garden.concluded.number }, body: { reason: 'It rains' } }),
  pivotThread: ({ vault }) => ({ params: { number: vault.thread.number }, body: { to: 'call' } }),
  "pivotThread: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number }, body: { to: 'call' } }),
  concludeThread: ({ vault }) => ({ params: { number: vault.steered.number }, body: { body: 'So be it' } }),
  'concludeThread: with open asks': ({ vault }) => ({
    params: { number: vault.thread.number },
    body: { body: 'So be it', withdraw: true },
  }),
  "concludeThread: the guest's own": ({ garden }) => ({ params: { number: garden.byGuest.number }, body: { body: 'So be it' } }),
  splitThread: ({ vault }) => ({ params: { number: vault.thread.number }, body: { title: 'Apart', posts: [vault.post.byMember] } }),
  "splitThread: in the guest's, with nothing to take out": ({ garden }) => ({
    params: { number: garden.thread.number },
    body: { title: 'Apart', from: 2 },
  }),
  moveThread: ({ direct }) => ({ params: { number: direct.thread.number }, body: { ...opening, space: 'commons' } }),
  'moveThread: to the private space': ({ direct }) => ({ params: { number: direct.thread.number }, body: { ...opening, space: 'umbra' } }),
  'moveThread: one of a space': ({ commons }) => ({ params: { number: commons.thread.number }, body: { ...opening, space: 'commons' } }),
  listDirectThreads: () => ({}),
  listSaved: () => ({}),
  savePost: ({ vault }) => ({ params: { id: vault.thread.firstPost } }),
  "savePost: in the guest's": ({ garden }) => ({ params: { id: garden.thread.firstPost } }),
  'savePost: a direct one': ({ direct }) => ({ params: { id: direct.thread.firstPost } }),
  forgetPost: ({ vault }) => ({ params: { id: vault.thread.firstPost } }),
  saveThread: ({ vault }) => ({ params: { number: vault.thread.number } }),
  'saveThread: a direct one': ({ direct }) => ({ params: { number: direct.thread.number } }),
  forgetThread: ({ vault }) => ({ params: { number: vault.thread.number } }),
  followThread: ({ vault }) => ({ params: { number: vault.thread.number }, body: { level: 'digest' } }),
  listFollowers: ({ vault }) => ({ params: { number: vault.thread.number } }),
  "listFollowers: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number } }),
  markRead: ({ vault }) => ({ params: { number: vault.thread.number }, body: { seq: 1 } }),
  listPosts: ({ vault }) => ({ params: { number: vault.thread.number } }),
  "listPosts: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number } }),
  addPost: ({ vault }) => ({ params: { number: vault.thread.number }, body: { body: 'One more' } }),
  'addPost: asking': ({ vault }) => ({
    params: { number: vault.thread.number },
    body: { body: 'One more', asks: [{ to: 'vera', verb: 'do', text: 'This.' }] },
  }),
  "addPost: in the guest's": ({ garden }) => ({ params: { number: garden.thread.number }, body: { body: 'One more' } }),
  getPost: ({ vault }) => ({ params: { id: vault.thread.firstPost } }),
  'getPost: a direct one': ({ direct }) => ({ params: { id: direct.thread.firstPost } }),
  'getPost: deleted': ({ vault }) => ({ params: { id: vault.post.deleted } }),
  'getPost: absent': () => ({ params: { id: nowhere } }),
  'getPost: of another workspace': ({ foreign }) => ({ params: { id: foreign.post } }),
  editPost: ({ vault }) => ({ params: { id: vault.post.byMember }, body: { body: 'Better' } }),
  "editPost: somebody else's": ({ vault }) => ({ params: { id: vault.thread.firstPost }, body: { body: 'Better' } }),
  'editPost: in an open space': ({ commons }) => ({ params: { id: commons.thread.firstPost }, body: { body: 'Better' } }),
  deletePost: ({ vault }) => ({ params: { id: vault.post.byMember } }),
  "deletePost: somebody else's": ({ vault }) => ({ params: { id: vault.thread.firstPost } }),
  'deletePost: in an open space': ({ commons }) => ({ params: { id: commons.thread.firstPost } }),
  listRevisions: ({ vault }) => ({ params: { id: vault.post.byMember } }),
  addReaction: ({ vault }) => ({ params: { id: vault.thread.firstPost, emoji: '👍' } }),
  'addReaction: in an open space': ({ commons }) => ({ params: { id: commons.thread.firstPost, emoji: '👍' } }),
  "addReaction: in the guest's": ({ garden }) => ({ params: { id: garden.thread.firstPost, emoji: '👍' } }),
  'addReaction: to a deleted post': ({ vault }) => ({ params: { id: vault.post.deleted, emoji: '👍' } }),
  'addReaction: of no emoji': ({ vault }) => ({ params: { id: vault.thread.firstPost, emoji: 'yes' } }),
  removeReaction: ({ vault }) => ({ params: { id: vault.thread.firstPost, emoji: '👍' } }),
}

const note = { to: 'ann', note: 'Yours' }
const again = { neededBy: { in: 3 }, reason: 'It rains' }
const answering: Sent = { body: { body: 'Both' } }

const asks: Record<string, Fixture> = {
  listAsks: () => ({}),
  'listAsks: of a thread': ({ vault }) => ({ query: { thread: vault.thread.number } }),
  'listAsks: of somebody': () => ({ query: { to: 'vera' } }),
  getAsk: ({ vault }) => ({ params: { id: vault.asks.toMember } }),
  'getAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember } }),
  'getAsk: absent': () => ({ params: { id: nowhere } }),
  answerAsk: ({ vault }) => ({ params: { id: vault.asks.toMember }, ...answering }),
  "answerAsk: one's own": ({ vault }) => ({ params: { id: vault.asks.byMember }, ...answering }),
  'answerAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers }, ...answering }),
  'answerAsk: answered': ({ vault }) => ({ params: { id: vault.asks.answered }, ...answering }),
  'answerAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember }, ...answering }),
  'answerAsk: in an open space, with a private post': ({ commons, vault }) => ({
    params: { id: commons.asks.toMember },
    body: { post: vault.thread.firstPost },
  }),
  takeAsk: ({ vault }) => ({ params: { id: vault.asks.toSpace } }),
  'takeAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers } }),
  'takeAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toSpace } }),
  declineAsk: ({ vault }) => ({ params: { id: vault.asks.toMember }, body: { reason: 'No' } }),
  'declineAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers }, body: { reason: 'No' } }),
  'declineAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember }, body: { reason: 'No' } }),
  passAsk: ({ vault }) => ({ params: { id: vault.asks.toMember }, body: { ...note, to: 'vera' } }),
  'passAsk: to who cannot read it': ({ vault }) => ({ params: { id: vault.asks.toMember }, body: note }),
  'passAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers }, body: { ...note, to: 'milo' } }),
  'passAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember }, body: note }),
  withdrawAsk: ({ vault }) => ({ params: { id: vault.asks.byMember }, body: {} }),
  'withdrawAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers }, body: {} }),
  'withdrawAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.byMember }, body: {} }),
  acknowledgeAsk: ({ vault }) => ({ params: { id: vault.asks.toMember } }),
  'acknowledgeAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers } }),
  'acknowledgeAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember } }),
  moveAsk: ({ vault }) => ({ params: { id: vault.asks.toMember }, body: again }),
  'moveAsk: of others': ({ vault }) => ({ params: { id: vault.asks.ofOthers }, body: again }),
  'moveAsk: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember }, body: again }),
}

const incidents: Record<string, Fixture> = {
  judgeInterruption: ({ rotations }) => ({ params: { id: rotations.interruptedMember }, body: { yes: true } }),
  'judgeInterruption: what interrupted somebody else': ({ rotations }) => ({
    params: { id: rotations.interruptedOther },
    body: { yes: true },
  }),
  'judgeInterruption: in an open space': ({ commons }) => ({ params: { id: commons.asks.toMember }, body: { yes: true } }),
  countInterruptions: () => ({}),
  listInterruptionMonths: () => ({}),
  listIncidents: () => ({}),
  getIncident: ({ rotations }) => ({ params: { number: rotations.incident } }),
  'getIncident: a thread that is none': ({ commons }) => ({ params: { number: commons.thread.number } }),
}

const inbox: Record<string, Fixture> = {
  listInbox: () => ({}),
  listInboxThreads: () => ({}),
  clearInbox: () => ({}),
  changeInboxItem: ({ items }) => ({ params: { id: items.mentionOfMember }, body: { state: 'done' } }),
  'changeInboxItem: what was asked for': ({ items }) => ({ params: { id: items.taskOfMember }, body: { state: 'done' } }),
  'changeInboxItem: of somebody who is in the space': ({ items }) => ({ params: { id: items.ofVera }, body: { state: 'done' } }),
  getToday: () => ({}),
  getCatchUp: () => ({}),
  catchUp: () => ({}),
  getHeld: () => ({}),
  readHeld: () => ({}),
  getPush: () => ({}),
  addPushDevice: () => ({ body: { endpoint: 'https://push.example/one', keys: pushKeys } }),
  'addPushDevice: in a private network': () => ({ body: { endpoint: 'https://192.168.1.1/one', keys: pushKeys } }),
  removePushDevice: () => ({ params: { id: nowhere } }),
  "removePushDevice: the member's": ({ pushDevice }) => ({ params: { id: pushDevice } }),
  pausePush: () => ({}),
  resumePush: () => ({}),
  search: () => ({ query: { q: 'Zephyrine' } }),
  listAnswered: () => ({ query: { q: 'Zephyrine plan' } }),
}

const later = '2026-12-20T10:00:00Z'

/** Drafts and what is scheduled are their writer's alone: here Milo's. */
const writing: Record<string, Fixture> = {
  listDrafts: () => ({}),
  getDraft: ({ vault }) => ({ params: { key: `thread:${vault.steered.number}` } }),
  'getDraft: absent': () => ({ params: { key: 'nothing' } }),
  keepDraft: ({ vault }) => ({ params: { key: `thread:${vault.steered.number}` }, body: { value: { body: 'Mine' } } }),
  dropDraft: ({ vault }) => ({ params: { key: `thread:${vault.steered.number}` } }),
  listScheduled: () => ({}),
  getScheduled: ({ vault }) => ({ params: { id: vault.scheduled } }),
  'getScheduled: absent': () => ({ params: { id: nowhere } }),
  changeScheduled: ({ vault }) => ({ params: { id: vault.scheduled }, body: { sendAt: later } }),
  dropScheduled: ({ vault }) => ({ params: { id: vault.scheduled } }),
  'openThread: later': () => ({ body: { ...opening, space: 'umbra', sendAt: later } }),
  'addPost: later': ({ vault }) => ({ params: { number: vault.thread.number }, body: { body: 'One more', sendAt: later } }),
  'answerAsk: with a private thread': ({ vault }) => ({
    params: { id: vault.asks.toMember },
    body: { thread: vault.concluded.number },
  }),
}

const imports: Record<string, Fixture> = {
  startImport: () => ({ query: { kind: 'slack' }, body: 'a zip file', headers: { 'content-type': 'application/zip' } }),
  'startImport: of nothing': () => ({ query: { kind: 'slack' }, body: '', headers: { 'content-type': 'application/zip' } }),
  'startImport: as JSON': () => ({ query: { kind: 'slack' }, body: {} }),
  listImports: () => ({}),
  getImport: ({ imported }) => ({ params: { id: imported } }),
  'getImport: absent': () => ({ params: { id: nowhere } }),
  stopImport: ({ imported }) => ({ params: { id: imported } }),
  'stopImport: absent': () => ({ params: { id: nowhere } }),
  resumeImport: ({ imported }) => ({ params: { id: imported } }),
}

const tus = { 'tus-resumable': '1.0.0' }
const bytes = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }

/** A file as it was addressed for somebody. */
function addressedFor({ baton }: World, personId: string, id: string): Sent {
  const reader = { workspaceId: 1, personId, now: baton.clock.now(), sign: (text: string) => derivedSecret(serverSecret, text) }
  const { searchParams } = new URL(fileAddress(reader, { id }), 'http://localhost')
  return { params: { id }, query: Object.fromEntries(searchParams) }
}

const files: Record<string, Fixture> = {
  createUpload: () => ({ headers: { ...tus, 'upload-length': '10', 'upload-metadata': 'filename YS50eHQ=' } }),
  'createUpload: larger than is taken': () => ({ headers: { ...tus, 'upload-length': '999999999' } }),
  getUpload: ({ vault }) => ({ params: { id: vault.files.upload } }),
  'getUpload: absent': () => ({ params: { id: nowhere } }),
  'getUpload: in a post': ({ vault }) => ({ params: { id: vault.files.posted } }),
  appendUpload: ({ vault }) => ({ params: { id: vault.files.upload }, headers: bytes, body: 'x' }),
  removeUpload: ({ vault }) => ({ params: { id: vault.files.upload } }),
  getFile: (world) => addressedFor(world, world.people.milo.id, world.vault.files.posted),
  'getFile: addressed for whoever cannot see it': (world) => addressedFor(world, world.people.otto.id, world.vault.files.posted),
  'getFile: addressed for whoever left': (world) => addressedFor(world, world.people.fern.id, world.vault.files.posted),
  'getFile: not signed': (world) => ({
    params: { id: world.vault.files.posted },
    query: { until: '2026-11-23T17:00:00Z', sig: `1.${world.people.milo.id}.signed` },
  }),
  "addPost: with somebody else's file": ({ commons, vault }) => ({
    params: { number: commons.thread.number },
    body: { body: 'Look.', files: [vault.files.whole] },
  }),
}

/** By the name of an endpoint, or that and what is special about the case. Ids are those of things in the private space unless it says otherwise. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  ...people,
  ...administration,
  ...invitations,
  ...spaces,
  ...rotations,
  ...threads,
  ...asks,
  ...incidents,
  ...inbox,
  ...writing,
  ...imports,
  ...files,
}

export const endpointOf = (row: string): string => row.split(':')[0] ?? row
