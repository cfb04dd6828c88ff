import assert from 'node:assert/strict'
import type { Answer, Baton, Someone } from '#app/testing/harness.ts'

const people = {
  ann: ['Ann Mori', 'Asia/Tokyo'],
  monica: ['Monica Grant', 'America/Toronto'],
  tunde: ['Tunde Bello', 'Africa/Lagos'],
  priya: ['Priya Raman', 'Asia/Kolkata'],
  arjun: ['Arjun Nair', 'Asia/Kolkata'],
  kenji: ['Kenji Sato', 'Asia/Tokyo'],
  sylvia: ['Sylvia Costa', 'Europe/Lisbon'],
  ngozi: ['Ngozi Eze', 'Africa/Lagos'],
} as const
const spaces = ['Reports', 'Platform', 'Accounts', 'Support', 'Design', 'Company']
const weekdays = ['1', '2', '3', '4', '5']

/** When Halyard is looked at: Tuesday 14:04 in São Paulo. */
export const HALYARD_NOW = '2026-11-17T17:04:00Z'
/** When it has to begin for its story to be told. */
export const HALYARD_BEGINS = '2026-11-15T12:00:00Z'

export type Halyard = Readonly<Record<keyof typeof people | 'john', Someone>>

/** Nine people in six cities, their spaces and what they wrote and asked since Monday: the workspace of the design, seen by John. */
export async function tellHalyard(baton: Baton): Promise<Halyard> {
  const act = actOn(baton)
  const john = await baton.setup({ handle: 'john', name: 'John Prado', timeZone: 'America/Sao_Paulo' })
  const at = async (instant: string): Promise<void> => {
    baton.clock.set(instant)
    await baton.settle()
  }
  for (const name of spaces)
    await act(john, 'POST', '/spaces', { slug: name.toLowerCase(), name, purpose: `What belongs to ${name.toLowerCase()}.` })
  const others = Object.entries(people).map(([handle, [name, timeZone]]) =>
    baton.person({ handle, name, timeZone, spaces: ['reports', 'platform'] }),
  )
  const [ann, monica, tunde, priya, arjun, kenji, sylvia, ngozi] = (await Promise.all(others)) as [Someone, ...Someone[]] & { length: 8 }
  const halyard = { john, ann, monica, tunde, priya, arjun, kenji, sylvia, ngozi } as Halyard
  await keepHours(baton, halyard)

  await at('2026-11-16T01:12:00Z')
  const exports = await act(halyard.ann, 'POST', '/threads', {
    space: 'reports',
    kind: 'question',
    title: 'Export stops at 10,000 rows and looks complete',
    purpose: 'find the cause, agree on the fix, tell three customers what to expect.',
    body: 'Since last Monday three customers have sent us reports that end early. Nothing tells them so. Fernhill noticed only because their November total was lower than October’s.\n\nI have told each of them we are looking, and promised nothing about dates. The sample file from Fernhill has `12,400` rows in the app and exactly **10,000** in the export.',
    asks: [{ to: 'john', verb: 'answer', text: 'Is this one bug or three?', neededBy: { at: '2026-11-16T20:40:00Z' } }],
  })
  const thread = `/threads/${exports.body.number}`
  await at('2026-11-16T15:40:00Z')
  await act(john, 'POST', `/asks/${exports.body.asks[0].id}/answer`, {
    body: 'One. The writer stops when one page of rows times out, then closes the file as if it had finished.',
  })
  await at('2026-11-16T20:20:00Z')
  await act(halyard.monica, 'POST', `${thread}/posts`, {
    body: 'Delmar runs its export on the last working day of the month, so they hit this again on the 30th.\n\n> If the fix is not out by then I would rather we send them the file ourselves.\n\n- Fernhill Clinics\n- Delmar Bakery\n- Otto Print',
    fyi: true,
  })
  await at('2026-11-17T08:10:00Z')
  await act(halyard.ann, 'POST', `${thread}/posts`, {
    body: 'The streaming plan reads well. One thing support will be asked on the first day: people drag columns into an order and save it. @john',
    asks: [
      {
        to: 'john',
        verb: 'answer',
        text: 'Can a streamed export keep the column order people saved?',
        neededBy: { at: '2026-11-17T21:00:00Z' },
        minutes: 10,
      },
    ],
  })
  await act(halyard.sylvia, 'POST', '/threads', {
    space: 'platform',
    kind: 'discussion',
    title: 'Login outage, 12 November: what we change',
    body: 'The highlights are at the top.',
    asks: [
      {
        to: 'john',
        verb: 'review',
        text: 'Login outage, 12 November: what we change',
        neededBy: { at: '2026-11-18T14:00:00Z' },
        minutes: 12,
      },
    ],
  })
  await at('2026-11-17T14:20:00Z')
  await act(halyard.monica, 'POST', '/threads', {
    space: 'accounts',
    kind: 'question',
    title: 'Delmar Bakery’s free plan',
    body: 'They would like to stay with us.',
    asks: [
      {
        to: 'john',
        verb: 'do',
        text: 'Extend Delmar Bakery’s free plan to 31 January',
        neededBy: { at: '2026-11-17T20:00:00Z' },
        minutes: 5,
      },
    ],
  })
  await act(halyard.ngozi, 'POST', '/threads', {
    space: 'reports',
    kind: 'discussion',
    title: 'Estimate round: scheduled reports, 6 items',
    body: 'Four of seven have estimated.',
    asks: [{ to: 'john', verb: 'decide', text: 'Estimate round: scheduled reports, 6 items', neededBy: { on: '2026-11-20' }, minutes: 8 }],
  })
  await act(john, 'PUT', `${thread}/outcome`, {
    body: 'Exports above 10,000 rows are streamed, with a clear message if one stops. Behind a flag on Thursday 19 November, for everyone on Monday 23.',
  })
  await act(john, 'PUT', `${thread}/highlights`, {
    body: '- Three customers affected since 9 November.\n- The writer stops when one page of rows times out, then closes the file as if it had finished.\n- Open: does a streamed file keep the column order a person saved?',
  })
  await act(john, 'PATCH', thread, { dri: 'john', closesOn: '2026-11-20' })
  await act(john, 'POST', `${thread}/posts`, {
    body: 'Two things I cannot settle alone.',
    asks: [
      {
        to: 'ann',
        verb: 'do',
        text: 'the notice for the three customers',
        neededBy: { in: 1 },
        meanwhile: 'the failing test with the 12,400-row sample. No wording can change it.',
      },
      { to: 'tunde', verb: 'review', text: 'review the streaming writer', neededBy: { in: 1 } },
      { to: 'arjun', verb: 'answer', text: 'queue limits on the export workers', neededBy: { in: 2 } },
    ],
  })
  await tellOldThings(act, halyard)
  await tellDuty(act, halyard, at)
  await at('2026-11-17T16:05:00Z')
  await act(halyard.kenji, 'POST', `${thread}/posts`, { body: 'The mobile share sheet uses the same writer.' })
  await at(HALYARD_NOW)
  return halyard
}

type Act = (who: Someone, method: string, path: string, body: unknown) => Promise<Answer>

function actOn(baton: Baton): Act {
  return async (who, method, path, body) => {
    const answer = await baton.call(who, method, path, body)
    assert.ok(answer.status < 300, `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer
  }
}

async function keepHours(baton: Baton, halyard: Halyard): Promise<void> {
  const act = actOn(baton)
  const week = (from: string, to: string) => Object.fromEntries(weekdays.map((day) => [day, [[from, to]]]))
  const calendars = {
    john: {
      timeZone: 'America/Sao_Paulo',
      weekly: week('09:00', '18:00'),
      focus: { weekly: week('14:30', '16:00') },
      deliveries: ['start', '13:00', '16:00'],
    },
    ann: { timeZone: 'Asia/Tokyo', weekly: week('09:00', '17:00'), focus: { weekly: week('13:00', '14:00') } },
    tunde: { timeZone: 'Africa/Lagos', weekly: week('08:30', '17:00') },
    arjun: { timeZone: 'Asia/Kolkata', weekly: week('10:00', '18:00'), away: [{ from: '2026-11-16', to: '2026-11-19', cover: 'kenji' }] },
    kenji: { timeZone: 'Asia/Tokyo', weekly: week('10:00', '19:00') },
    sylvia: {
      timeZone: 'Europe/Lisbon',
      weekly: Object.fromEntries(
        weekdays.map((day) => [
          day,
          [
            ['08:00', '12:00'],
            ['15:00', '19:00'],
          ],
        ]),
      ),
    },
  }
  await Promise.all(
    Object.entries(calendars).map(([handle, calendar]) => act(halyard[handle as keyof Halyard], 'PUT', '/people/me/calendar', calendar)),
  )
}

/** Who is on call for Platform, with a gap at the weekend and an offer, and an incident that Sylvia has in hand. */
async function tellDuty(act: Act, { sylvia, monica }: Halyard, at: (instant: string) => Promise<void>): Promise<void> {
  const duty = '/rotations/platform-duty'
  await act(sylvia, 'POST', '/rotations', {
    slug: 'platform-duty',
    name: 'Platform rotation',
    purpose: 'When something is down for customers.',
  })
  for (const handle of ['monica', 'ann', 'john']) await act(sylvia, 'PUT', `${duty}/members/${handle}`, undefined)
  const shift = async (person: string, start: string, end: string) =>
    (await act(sylvia, 'POST', `${duty}/shifts`, { person, start, end })).body.id as string
  await shift('sylvia', '2026-11-16T08:00:00Z', '2026-11-18T19:00:00Z')
  const offered = await shift('monica', '2026-11-18T19:00:00Z', '2026-11-20T19:00:00Z')
  await shift('ann', '2026-11-23T00:00:00Z', '2026-11-27T00:00:00Z')
  await act(monica, 'POST', `/shifts/${offered}/swaps`, { to: 'john', note: 'Somebody has to be there for the school run.' })
  await act(sylvia, 'PATCH', '/spaces/platform', { rotation: 'platform-duty' })
  await act(sylvia, 'PUT', '/spaces/platform/members/me', undefined)
  const incident = await act(monica, 'POST', '/threads', {
    space: 'platform',
    title: 'Report mails are not leaving',
    body: 'None since 15:20.',
    asks: [{ to: 'kenji', verb: 'do', text: 'Find out why', attention: 'urgent', reason: 'Customers wait for their reports' }],
  })
  await at('2026-11-17T15:52:00Z')
  await act(sylvia, 'POST', `/asks/${incident.body.asks[0].id}/acknowledge`, undefined)
}

/** What is finished, what is for few, and what is as long and as foreign as texts get. */
async function tellOldThings(act: Act, { john, ann, monica, priya }: Halyard): Promise<void> {
  const done = await act(priya, 'POST', '/threads', {
    space: 'reports',
    kind: 'discussion',
    title: 'Empty state for scheduled reports',
    body: 'Ship it behind the flag?',
  })
  await act(priya, 'POST', `/threads/${done.body.number}/conclude`, { body: 'Shipped behind the flag.' })
  await act(john, 'POST', '/spaces', { slug: 'hiring', name: 'Hiring', purpose: 'Who joins next.', visibility: 'private' })
  await act(monica, 'POST', '/threads', {
    space: 'reports',
    kind: 'announcement',
    title: `${'Rechtsschutzversicherungsgesellschaften'.repeat(3)} and everything else that nobody ever managed to break into lines`,
    purpose: 'שלום עולם, this goes both ways.',
    body: `${'x'.repeat(300)}\n\nhttps://halyard.example/${'a'.repeat(200)}\n\n| a wide | table | of many | columns | that | does not | fit |\n|---|---|---|---|---|---|---|\n| ${'one two three '.repeat(4)} | b | c | d | e | f | ${'z'.repeat(60)} |\n\n\`\`\`\n${'code '.repeat(60)}\n\`\`\``,
    asks: [{ to: 'john', verb: 'answer', text: `مرحبا ${'w'.repeat(120)}?`, neededBy: 'whenever' }],
  })
  await act(ann, 'POST', '/threads', { people: ['john'], kind: 'discussion', title: 'Between the two of us', body: 'Only you read this.' })
}
