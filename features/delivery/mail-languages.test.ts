import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
before(async () => {
  baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
})
after(() => baton.close())

const signIn = (acceptLanguage: string) =>
  baton.call(
    null,
    'POST',
    '/sign-in',
    { email: 'ben@halyard.example', password: 'seven quiet lanterns' },
    { 'accept-language': acceptLanguage },
  )

/** What is sent while something is done. */
async function sent(act: () => Promise<unknown>) {
  const known = baton.mails.length
  await act()
  await baton.settle()
  const [mail] = baton.mails.slice(known)
  assert.ok(mail)
  return { subject: /<title>(.*)<\/title>/.exec(mail.html)?.[1] ?? '', text: mail.text, html: mail.html }
}

const code = () => baton.call(null, 'POST', '/sign-in/code', { email: 'ben@halyard.example' })

test('a mail speaks as the browser that last signed in asks for', async () => {
  assert.match((await sent(code)).subject, /^Your code for Halyard/)
  await signIn('fr-FR, pt-BR;q=0.8, en;q=0.5')
  const { subject, html } = await sent(code)
  assert.match(subject, /^Código para Halyard/)
  assert.match(html, /<html lang="pt" dir="ltr">/)
})

test('a mail speaks as its receiver chose, with their clock, whatever their browser asks for', async () => {
  await baton.call(ben, 'PATCH', '/people/me', { language: 'de', clock: 12 })
  await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    kind: 'question',
    title: 'Rollback',
    body: 'Hm.',
    asks: [{ to: 'ben', verb: 'do', text: 'Extend it', neededBy: { on: '2026-11-24' }, minutes: 5 }],
  })
  const mail = await sent(async () => baton.clock.set('2026-11-23T16:00:00Z'))
  assert.match(mail.subject, /4:00\sPM/)
  assert.match(mail.text, /Montag, 23\. November/)
  assert.match(mail.text, /Erledigen: Extend it/)
  assert.doesNotMatch(mail.text, /Needs you|Next delivery|Until then/)
  assert.match(mail.html, /<html lang="de" dir="ltr">/)
})

test('a mail in Arabic is written from right to left; the day in it stays from left to right', async () => {
  await baton.call(ben, 'PATCH', '/people/me', { language: 'ar', clock: 24 })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Names', body: 'And @ben?' })
  const mail = await sent(async () => baton.clock.set('2026-11-24T09:00:00Z'))
  assert.match(mail.html, /<html lang="ar" dir="rtl">/)
  assert.match(mail.html, /<table role="img" aria-label="[^"]+" dir="ltr"/)
  assert.match(mail.text, /09:00/)
  assert.doesNotMatch(mail.text, /Names you|Next delivery/)
})

test('two who are told of the same read of it each in their own language', async () => {
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ben, 'PATCH', '/people/me', { language: 'pt' })
  await baton.call(cleo, 'PATCH', '/people/me', { language: 'de' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Hours', body: 'And @ben, @cleo?' })
  const known = baton.mails.length
  baton.clock.set('2026-11-24T16:00:00Z')
  await baton.settle()
  const texts = new Map(baton.mails.slice(known).map(({ to, text, html }) => [to[0], `${text}\n${html}`]))
  assert.equal(texts.get('ben@halyard.example')?.match(/Menção de/g)?.length, 2)
  assert.equal(texts.get('cleo@halyard.example')?.match(/hat dich erwähnt/g)?.length, 2)
})

test('an invitation is written as whoever invites is written to: of its receiver nothing is known', async () => {
  await baton.call(ann, 'PATCH', '/people/me', { language: 'ja' })
  const { subject, html } = await sent(() => baton.call(ann, 'POST', '/invitations', { role: 'member', email: 'nia@elsewhere.example' }))
  assert.match(subject, /[\u3040-\u30ff]/)
  assert.match(html, /<html lang="ja" dir="ltr">/)
})
