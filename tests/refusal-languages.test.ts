import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
})
after(() => baton.close())

const refused = (language: string, who: Someone | null, [method, path, body]: [string, string, object?]) =>
  baton.call(who, method, path, body, language === '' ? {} : { 'accept-language': language })

test('a refusal is in the language that is asked for, and says which that is', async () => {
  const absent = async (language: string): Promise<unknown[]> => {
    const { body, headers } = await refused(language, ann, ['GET', '/threads/99'])
    return [body.code, body.title, body.detail, headers.get('content-language'), headers.get('vary')]
  }
  const english = ['thread.not_found', 'Not found', 'This does not exist, or you may not see it.', 'en', 'accept-language']
  for (const language of ['', 'fr', '*', 'en-US', 'not a tag']) assert.deepEqual(await absent(language), english, language)
  assert.deepEqual((await absent('de-CH, en;q=0.5')).slice(1, 4), [
    'Nicht gefunden',
    'Das gibt es nicht, oder du darfst es nicht sehen.',
    'de',
  ])
  assert.deepEqual((await absent('ja')).slice(1, 4), ['見つかりません', '存在しないか、見る権限がありません。', 'ja'])
  assert.deepEqual((await absent('ar')).slice(1, 4), ['غير موجود', 'هذا غير موجود، أو ليس لك أن تطّلع عليه.', 'ar'])
})

test('what is filled into a refusal is filled in in every language', async () => {
  const { headers, body } = await baton.call(ann, 'GET', '/me', undefined, { host: 'elsewhere.example', 'accept-language': 'pt' })
  assert.deepEqual([headers.get('content-language'), body.detail], ['pt', 'Este Baton responde em http://localhost:3000.'])
  assert.match((await refused('ja', null, ['GET', '/me'])).body.detail, /^先にサインインするか、`Authorization: Bearer baton_…`/)
})

test('what is wrong with a field is said in that language, at the field and in the sentence', async () => {
  const problem = async (language: string) => (await refused(language, ann, ['POST', '/spaces', { slug: 'ops', purpose: 1, more: 1 }])).body
  const english = (await problem('')).errors
  assert.deepEqual(
    english.map(({ path }: { path: string }) => path),
    ['name', 'purpose', 'more'],
  )
  const german = await problem('de')
  assert.deepEqual(german.errors, [
    { path: 'name', message: 'Das wird gebraucht' },
    { path: 'purpose', message: 'Schreib einen Text' },
    { path: 'more', message: 'Dieses Feld gibt es nicht. Lass es weg' },
  ])
  assert.equal(german.detail, german.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}.`).join(' '))
  assert.equal(
    (await problem('ja')).detail,
    'name：必須です。 purpose：テキストを入力してください。 more：この項目はありません。取り除いてください。',
  )
  const limit = async (language: string) =>
    (await refused(language, ann, ['GET', '/threads/1/posts?limit=1&limit=2'])).body.errors[0].message
  assert.equal(await limit('ar'), 'اذكر هذا مرة واحدة')
})

test('what a schema says of its own is in that language too, with numbers as it counts them', async () => {
  const nine = Array.from({ length: 9 }, (_, index) => `person${index}`)
  const opening = {
    people: nine,
    title: 'x'.repeat(301),
    body: ' ',
    closesOn: 'soon',
    asks: [{ to: 'ben', verb: 'do', text: 'x', minutes: 1.5 }],
  }
  const expected = {
    en: [
      'Name at most 8 people. For more, make a space',
      'Use at most 300 characters',
      'Write something here',
      'Write a date such as 2026-11-23',
      'Write a whole number',
    ],
    pt: [
      'Indique no máximo 8 pessoas. Para mais, crie um espaço',
      'Use no máximo 300 caracteres',
      'Escreva algo aqui',
      'Escreva uma data como 2026-11-23',
      'Escreva um número inteiro',
    ],
    de: [
      'Nenne höchstens 8 Personen. Für mehr leg einen Bereich an',
      'Höchstens 300 Zeichen',
      'Schreib hier etwas',
      'Schreib ein Datum wie 2026-11-23',
      'Schreib eine ganze Zahl',
    ],
    ja: [
      '指定できるのは 8 人までです。それ以上ならスペースを作成してください',
      '300 文字以内で入力してください',
      'ここに何か入力してください',
      '日付を入力してください（例：2026-11-23）',
      '整数を入力してください',
    ],
    ar: [
      'اذكر 8 أشخاص على الأكثر. ولأكثر من ذلك أنشئ مساحة',
      'استخدم 300 حرف على الأكثر',
      'اكتب شيئًا هنا',
      'اكتب تاريخًا مثل \u20682026-11-23\u2069',
      'اكتب عددًا صحيحًا',
    ],
  }
  for (const [language, messages] of Object.entries(expected)) {
    const { status, headers, body } = await refused(language, ann, ['POST', '/threads', opening])
    assert.deepEqual([status, headers.get('content-language')], [422, language])
    const paths = ['people', 'title', 'body', 'closesOn', 'asks.0.minutes']
    assert.deepEqual(
      body.errors,
      paths.map((path, index) => ({ path, message: messages[index] })),
    )
  }
})

test('so is what it says of several fields together, of the name of a field and of what is one of several shapes', async () => {
  const hours = (start: string, end: string): string[] => [start, end]
  const calendar = {
    timeZone: 'Lisbon',
    weekly: { 1: [hours('09:00', '12:00'), hours('11:00', '17:00')], 9: [] },
    away: [{ from: '2026-12-25', to: '2026-12-24' }, {}],
  }
  const { body } = await refused('de', ann, ['PUT', '/people/ann/calendar', calendar])
  assert.deepEqual(
    body.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`),
    [
      'timeZone: Nenne eine Zeitzone beim Namen, etwa Europe/Lisbon',
      'weekly.1.1: Das überschneidet sich mit einem anderen Zeitraum desselben Tages. Fass sie zusammen oder verschieb einen',
      'weekly.9: Wochentage sind 1 (Montag) bis 7 (Sonntag)',
      'away.0.from: Das erste Datum darf nicht nach dem letzten liegen',
      'away.1: Schreib `from` und `to` (Daten) oder `start` und `end` (Zeitpunkte), und wenn du willst `cover`',
    ],
  )
})

test('what is read again to be sent later is refused in the language of whoever changes it', async () => {
  assert.equal((await refused('', ann, ['POST', '/spaces', { slug: 'later', name: 'Later' }])).status, 201)
  const later = { space: 'later', title: 'Keys', body: 'Where are they?', sendAt: baton.clock.now().add({ hours: 48 }).toString() }
  const made = await refused('', ann, ['POST', '/threads', later])
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { body } = await refused('ja', ann, ['PATCH', `/scheduled/${made.body.id}`, { message: { title: 1, more: true } }])
  assert.deepEqual(body.errors, [
    { path: 'title', message: 'テキストを入力してください' },
    { path: 'more', message: 'この項目はありません。取り除いてください' },
  ])
})

test('what a rule refuses is in that language too, with the names filled in, at the field and in the sentence', async () => {
  const space = { slug: 'ops', name: 'Ops' }
  assert.equal((await refused('', ann, ['POST', '/spaces', space])).status, 201)
  const taken = {
    ja: 'この名前はすでに人、スペース、ローテーションのどれかで使われています。別の名前を選んでください',
    de: 'Diesen Namen hat hier schon eine Person, ein Bereich oder eine Rotation. Wähle einen anderen',
  }
  for (const [language, message] of Object.entries(taken)) {
    const { body } = await refused(language, ann, ['POST', '/spaces', space])
    assert.deepEqual([body.code, body.errors], ['name.taken', [{ path: 'slug', message }]])
    assert.equal(body.detail, message + (language === 'ja' ? '。' : '.'))
  }
  const opened = await refused('', ann, ['POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Keys', body: 'Where are they?' }])
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  const said = async (language: string): Promise<string> => {
    const { body } = await refused(language, ann, ['POST', `/threads/${opened.body.number}/reopen`, { reason: 'New facts.' }])
    assert.equal(body.code, 'thread.open')
    return body.detail
  }
  assert.equal(await said('de'), `#${opened.body.number} ist schon offen.`)
  assert.equal(await said('ar'), `#\u2068${opened.body.number}\u2069 مفتوح بالفعل.`)
  assert.equal(await said('fr'), `#${opened.body.number} is open already.`)
})

test('two who are refused at once are each refused in their own language', async () => {
  const all = ['de', 'ja', 'pt', 'ar', 'en', 'de', 'ja']
  const answers = await Promise.all(all.map((language) => refused(language, ann, ['GET', '/threads/99'])))
  assert.deepEqual(
    answers.map(({ headers }) => headers.get('content-language')),
    all,
  )
  assert.equal(answers[0]?.body.detail, answers[5]?.body.detail)
})
