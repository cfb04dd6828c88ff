import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestHtml } from './digest-html.ts'
import { digestText } from './digest-text.ts'
import { type DigestMail, headlineOf, subjectOf } from './digest.ts'

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

const ask = {
  number: 12,
  verb: 'do',
  text: 'Extend the free plan',
  from: 'Monica',
  space: 'Accounts',
  due: at('2026-11-17T20:00:00Z'),
  minutes: 5,
  urgentReason: null,
  takenFrom: null,
  isNew: true,
} as const

const thread = { number: 30, title: 'Outage', space: 'Platform', posts: 4, fyi: false, concluded: false, text: 'It ran out.', by: 'Sylvia' }

/** Tuesday 17 November, 16:00 in São Paulo. */
function mail(more: Partial<DigestMail> = {}): DigestMail {
  return {
    workspace: 'Halyard',
    reader: 'John Prado',
    zone: 'America/Sao_Paulo',
    now: at('2026-11-17T19:00:00Z'),
    kind: 'digest',
    asks: [],
    more: { count: 0, earliest: null },
    today: { count: 0, last: null },
    later: 0,
    items: [],
    threads: [],
    kept: [],
    absence: null,
    next: at('2026-11-18T12:00:00Z'),
    onCall: null,
    deliveries: ['start', '13:00', '16:00'],
    day: { working: [{ from: 9, to: 18 }], focus: [{ from: 14.5, to: 16 }], now: 16 },
    url: 'https://baton.halyard.example',
    unsubscribe: 'https://baton.halyard.example/api/v1/unsubscribe/x',
    ...more,
  }
}

test('the subject says when it came and how much there is of what', () => {
  const items = [
    { why: 'answer', askId: null, number: 1, title: 'A', from: 'Ann', text: '', late: false, shift: null },
    { why: 'was due', askId: null, number: 2, title: 'B', from: 'Ben', text: '', late: false, shift: null },
    { why: 'mention', askId: null, number: 3, title: 'C', from: 'Cleo', text: '', late: false, shift: null },
  ]
  const threads = [thread, { ...thread, number: 31, posts: 2, fyi: true }]
  assert.equal(
    subjectOf(mail({ asks: [ask, { ...ask, isNew: false }], items, threads })),
    '16:00 delivery: 1 new ask, 1 ask due today, 1 answer, 1 ask was due, 5 posts, 2 FYI',
  )
  const shift = { rotation: 'pager', start: at('2026-11-18T12:00:00Z'), end: at('2026-11-18T20:00:00Z'), given: true }
  const offered = { why: 'swap', askId: null, number: null, title: 'Pager', from: 'Ann', text: 'A wedding.', late: false, shift }
  assert.equal(subjectOf(mail({ items: [offered, items[0]!] })), '16:00 delivery: 1 answer, 1 shift')
  assert.equal(subjectOf(mail({ kind: 'urgent', asks: [{ ...ask, urgentReason: 'Down.' }] })), 'Urgent: Monica asks you now')
})

test('the headline says what is due before the day ends, or that nothing is', () => {
  assert.deepEqual(headlineOf(mail({ asks: [ask], today: { count: 2, last: at('2026-11-17T21:00:00Z') }, later: 1 })), [
    'Two things before 18:00.',
    'The rest can wait.',
  ])
  assert.deepEqual(headlineOf(mail({ asks: [ask], today: { count: 1, last: at('2026-11-17T21:00:00Z') } })), [
    'One thing before 18:00.',
    '',
  ])
  assert.deepEqual(headlineOf(mail({ asks: [{ ...ask, due: at('2026-11-19T16:00:00Z') }], later: 1 })), [
    'Nothing is due today.',
    'The next answer is due Thu 13:00.',
  ])
  assert.deepEqual(headlineOf(mail({ asks: [{ ...ask, due: null }] })), ['Nothing is due today.', 'There is no hurry.'])
  assert.deepEqual(headlineOf(mail({ threads: [thread] })), ['Nothing needs you.', 'Read when it suits you.'])
  assert.deepEqual(headlineOf(mail({ asks: [ask], today: { count: 1, last: null } })), ['One thing was due.', 'The rest can wait.'])
})

test('what people wrote cannot become part of the page', () => {
  const hostile = '<script>alert(1)</script>" onload="x'
  const page = digestHtml(
    mail({
      workspace: hostile,
      reader: hostile,
      asks: [{ ...ask, text: hostile, from: hostile }],
      threads: [{ ...thread, title: hostile, text: hostile }],
    }),
  )
  assert.doesNotMatch(page, /<script|" onload="/)
  assert.match(page, /&lt;script&gt;/)
})

test('the day is drawn in cells, and said in a sentence', () => {
  const page = digestHtml(mail({ threads: [thread] }))
  assert.match(page, /role="img" aria-label="Your day: working 09:00–18:00, focus 14:30–16:00, now 16:00"/)
  assert.doesNotMatch(page, /<img|url\(|src=/)
  const widths = [...page.matchAll(/<td width="([\d.]+)%" bgcolor/g)].map(([, width]) => Number(width))
  assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 100) < 0.1)
})

test('as plain text each thing has its own address, and no line shouts', () => {
  const text = digestText(mail({ asks: [ask], today: { count: 1, last: ask.due }, threads: [thread] }))
  assert.match(
    text,
    /today 17:00 {2}Do: Extend the free plan\n {2}Monica in Accounts\. About 5 min\.\n {2}https:\/\/baton\.halyard\.example\/threads\/12/,
  )
  assert.match(text, /https:\/\/baton\.halyard\.example\/threads\/30/)
  assert.doesNotMatch(text, /!/)
})

test('who chose no deliveries, or has none ahead, is told so', () => {
  const text = digestText(mail({ asks: [ask], deliveries: [], next: null }))
  assert.match(text, /Nothing else is planned\. What comes waits for you in Baton\./)
  assert.match(text, /You chose no deliveries: only asks come to you\./)
})

test('the foot says whom something urgent reaches, in the reader’s day', () => {
  const onCall = { name: 'Monica Grant', isReader: false, until: at('2026-11-18T00:00:00Z') }
  const told = mail({ asks: [ask], onCall })
  const foot = 'Until then things are held for you. For something urgent, Monica Grant is on shift until 21:00.'
  assert.ok(digestText(told).includes(`Next delivery tomorrow 09:00. ${foot}`))
  assert.ok(digestHtml(told).includes(`Next delivery <b>tomorrow 09:00</b>. ${foot}`))
  const own = mail({ asks: [ask], onCall: { ...onCall, isReader: true, until: at('2026-11-19T15:00:00Z') } })
  assert.match(digestText(own), /For something urgent you are on shift until Thu 12:00\./)
})

test('the hours below the band have now among them, and none so near that they run into it', () => {
  const axisOf = (now: number): string[] => {
    const html = digestHtml(mail({ asks: [ask], day: { working: [{ from: 9, to: 18 }], focus: [], now } }))
    return [...html.matchAll(/font-size:12px" class="ink3">([^<]+)</g)].map(([, hour]) => hour ?? '')
  }
  assert.deepEqual(axisOf(16), ['00', '06', '12', '16:00', '24'])
  assert.deepEqual(axisOf(9), ['00', '06', '09:00', '12', '18', '24'])
  assert.deepEqual(axisOf(23), ['00', '06', '12', '18', '23:00'])
  assert.deepEqual(axisOf(0.5), ['00:30', '06', '12', '18', '24'])
})
