import type { Sent } from './fixtures.ts'

/** Bodies with everything in them that may be sent. */
export const wholeBodies: Readonly<Record<string, () => Sent>> = {
  makeToken: () => ({ body: { name: 'A', scopes: ['read', 'threads:write'], expiresAt: '2027-01-01T00:00:00Z' } }),
  addPerson: () => ({ params: {}, body: { handle: 'nia', name: 'Nia', timeZone: 'UTC', email: 'nia@elsewhere.example', role: 'guest' } }),
  makeInvitation: () => ({ body: { role: 'guest', spaces: ['commons', 'umbra'], email: 'nia@elsewhere.example' } }),
  changePerson: () => ({
    body: {
      name: 'M',
      capacity: 'busy',
      capacityUntil: '2027-01-01T00:00:00Z',
      status: 'x',
      statusUntil: null,
      readme: 'y',
      digestMail: true,
      language: 'de',
      clock: 24,
      weekStart: 7,
      keys: { map: { d: 'y', 'g t': 'g w', c: '' }, single: false },
      role: 'member',
      active: true,
    },
  }),
  putCalendar: () => ({
    body: {
      timeZone: 'Europe/Lisbon',
      travel: [{ from: '2026-12-01', timeZone: 'Asia/Tokyo' }],
      weekly: { 1: [['10:00', '12:00']] },
      overrides: { '2026-12-24': [['10:00', '12:00']] },
      away: [
        { from: '2026-12-26', to: '2026-12-27', cover: 'vera' },
        { start: '2026-12-28T10:00:00Z', end: '2026-12-28T11:00:00Z' },
      ],
      focus: { weekly: { 1: [['10:00', '11:00']] }, blocks: [{ start: '2026-12-01T10:00:00Z', end: '2026-12-01T11:00:00Z' }] },
      deliveries: ['start', '16:00'],
      urgentOutside: true,
    },
  }),
  previewAttention: () => ({
    body: { to: ['vera', 'me'], space: 'umbra', attention: 'urgent', neededBy: { in: 2 }, at: '2026-11-24T10:00:00Z' },
  }),
  makeSpace: () => ({ body: { slug: 'attic', name: 'Attic', purpose: 'x', visibility: 'private', respondWithin: 2 } }),
  changeSpace: () => ({ body: { name: 'Attic', purpose: 'x', respondWithin: 2, rotation: 'pager' } }),
  makeRotation: () => ({ body: { slug: 'night', name: 'Night', purpose: 'x', escalateAfter: 7 } }),
  changeRotation: () => ({ body: { name: 'Night', purpose: 'x', escalateAfter: 7 } }),
  addShift: () => ({ body: { person: 'vera', layer: 2, start: '2026-12-01T08:00:00Z', end: '2026-12-01T20:00:00Z' } }),
  planShifts: () => ({
    body: { people: ['vera', 'me'], layer: 2, from: '2026-12-07', weekday: 1, time: '09:00', timeZone: 'Europe/Lisbon', weeks: 2 },
  }),
  changeShift: () => ({ body: { person: 'vera', start: '2026-11-24T09:00:00Z', end: '2026-11-24T19:00:00Z' } }),
  offerSwap: () => ({ body: { to: 'vera', note: 'x' } }),
  openThread: () => ({
    body: {
      space: 'umbra',
      kind: 'question',
      title: 'x',
      body: 'y @vera #1',
      purpose: 'z',
      highlights: 'h',
      dri: 'vera',
      closesOn: '2026-12-01',
      fyi: true,
      sendAt: '2026-11-25T10:00:00Z',
      asks: [
        {
          to: 'vera',
          verb: 'do',
          text: 'This',
          neededBy: { on: '2026-12-01' },
          attention: 'urgent',
          reason: 'r',
          minutes: 5,
          meanwhile: 'm',
          anotherMatter: true,
        },
      ],
    },
  }),
  splitThread: () => ({ body: { title: 'x', highlights: 'h', from: 2 } }),
  moveThread: () => ({ body: { space: 'commons', title: 'x', body: 'y', kind: 'question' } }),
  addPost: () => ({
    body: {
      body: 'y',
      fyi: true,
      sendAt: '2026-11-25T10:00:00Z',
      asks: [{ to: 'vera', verb: 'do', text: 'This', neededBy: { at: '2026-12-01T10:00:00Z' } }],
    },
  }),
  changeThread: () => ({ body: { title: 'x', purpose: 'y', dri: 'me', closesOn: '2026-12-01' } }),
  concludeThread: () => ({ body: { body: 'x', withdraw: true } }),
  changeScheduled: () => ({ body: { sendAt: '2026-12-20T10:00:00Z', message: { body: 'Better', fyi: true } } }),
  changeInboxItem: () => ({ body: { state: 'snoozed', until: '2026-12-01T10:00:00Z' } }),
}
