import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capital, withinSentence } from './cases.ts'
import { clockTime, keptTime } from './clock-time.ts'
import { defineTexts } from './define-texts.ts'
import { formatSize } from './format-size.ts'
import { formatList } from './format-span.ts'
import { formatDate, formatHour, formatTime, formatWeekdayName } from './format-time.ts'
import { languageOf, localeFor, ownNameOf, weekStartOf } from './languages.ts'
import { daysIntoWeek, weekdaysInOrder } from './week.ts'
import { type Translations, type Wishes, readerOf, writtenFor } from './reader.ts'

const moment = '2026-11-17T17:04:00Z'
const none: Wishes = { language: null, clock: null, weekStart: null }
const spaced = (text: string): string => text.replaceAll(/\s/g, ' ')

function inBrowserOf(tags: string[], write: () => string, translations: Translations = {}): string {
  return spaced(writtenFor(readerOf(none, tags, translations), write))
}

test('the first language that is ours is spoken, with the region that is asked for', () => {
  assert.equal(localeFor(null, ['fr-FR', 'de-CH', 'en-US']), 'de-CH')
  assert.equal(localeFor(null, ['en-US']), 'en-US')
  assert.equal(localeFor(null, ['en']), 'en-GB')
  assert.equal(localeFor(null, ['fr', 'not a tag', '']), 'en-GB')
  assert.equal(localeFor('pt', ['de-DE', 'pt-PT']), 'pt-PT', 'what is chosen goes before, its region is that of the browser')
  assert.equal(localeFor('pt', ['de-DE']), 'pt-BR')
  assert.deepEqual([languageOf('ja-JP'), languageOf('jam')], ['ja', null])
})

test('a language is called as those who speak it call it', () => {
  assert.deepEqual((['en', 'pt', 'de', 'ja', 'ar'] as const).map(ownNameOf), ['English', 'Português', 'Deutsch', '日本語', 'العربية'])
})

test('the week begins as in the region', () => {
  assert.deepEqual(['en-GB', 'en-US', 'pt-BR', 'de-DE', 'ja-JP', localeFor('ar', [])].map(weekStartOf), [1, 7, 7, 1, 7, 6])
  assert.equal(readerOf({ ...none, weekStart: 3 }, ['en-US'], {}).weekStart, 3)
})

test('the clock has as many hours as the language has, unless somebody chose', () => {
  const time = (tag: string): string => inBrowserOf([tag], () => formatTime(moment, { zone: 'UTC' }))
  assert.deepEqual(['en-GB', 'en-US', 'de', 'ja', 'pt'].map(time), ['17:04', '5:04 PM', '17:04', '17:04', '17:04'])
  const twelve = readerOf({ ...none, clock: 12 }, ['en-GB'], {})
  assert.deepEqual(
    [0, 9.5, 12, 24].map((hour) => spaced(writtenFor(twelve, () => formatHour(hour)))),
    ['12:00 am', '9:30 am', '12:00 pm', '12:00 am'],
  )
})

test('dates and lists are written as in the language; digits stay Latin', () => {
  const date = (tag: string): string => inBrowserOf([tag], () => formatDate(moment, { zone: 'UTC' }))
  assert.deepEqual(['de', 'ja', 'pt'].map(date), ['Di., 17. Nov.', '11月17日(火)', 'ter., 17 de nov.'])
  assert.match(date('ar-SA'), /17/)
  assert.equal(
    inBrowserOf(['de'], () => formatList(['Ann', 'Ben', 'Cleo'])),
    'Ann, Ben und Cleo',
  )
  assert.equal(
    inBrowserOf(['ja'], () => formatWeekdayName(1)),
    '月曜日',
  )
  assert.equal(
    inBrowserOf(['de'], () => formatSize(3_400_000)),
    '3,4 MB',
  )
})

test('a text that counts takes the form its language has for the number; what has no translation stays English', () => {
  const t = defineTexts('test', { things: { one: '{count} thing', other: '{count} things' }, plain: 'Plain' })
  const things = { zero: 'zero', one: 'one', two: 'two', few: '{count} few', many: '{count} many', other: '{count} other' }
  const say = (count: number): string => inBrowserOf(['ar'], () => t('things', { count }), { test: { things } })
  assert.deepEqual([0, 1, 2, 3, 11, 100].map(say), ['zero', 'one', 'two', '3 few', '11 many', '100 other'])
  assert.equal(
    inBrowserOf(['ar'], () => t('plain'), { test: { things } }),
    'Plain',
  )
})

test('the reader is who they were before, once it is written', () => {
  const t = defineTexts('test', { plain: 'Plain' })
  const german = readerOf(none, ['de'], { test: { plain: 'Schlicht' } })
  assert.equal(
    writtenFor(german, () => t('plain')),
    'Schlicht',
  )
  assert.throws(() =>
    writtenFor(german, () => {
      throw new Error('cannot be written')
    }),
  )
  assert.equal(t('plain'), 'Plain')
})

test('days of the week stand in the order of the reader', () => {
  const american = readerOf(none, ['en-US'], {})
  assert.deepEqual(weekdaysInOrder(), [1, 2, 3, 4, 5, 6, 7])
  assert.deepEqual(writtenFor(american, weekdaysInOrder), [7, 1, 2, 3, 4, 5, 6])
  assert.deepEqual(
    [7, 1, 6].map((day) => writtenFor(american, () => daysIntoWeek(day))),
    [0, 1, 6],
  )
})

test('a time that somebody types is understood on either clock', () => {
  assert.deepEqual(['9', '930', '9:30', '17.45', '9pm', '12 am', '12:15 p.m.', '0930 pm'].map(keptTime), [
    '09:00',
    '09:30',
    '09:30',
    '17:45',
    '21:00',
    '00:00',
    '12:15',
    '21:30',
  ])
  assert.deepEqual(['noon', '13 pm', '9 x'].map(keptTime), ['noon', '13 pm', '9 x'])
  const twelve = readerOf({ ...none, clock: 12 }, ['ar-EG'], {})
  const back = (time: string): string => writtenFor(twelve, () => keptTime(clockTime(time)))
  assert.deepEqual(['00:00', '09:30', '12:00', '23:45'].map(back), ['00:00', '09:30', '12:00', '23:45'])
  assert.equal(clockTime('09:30'), '09:30')
})

test('sentences begin with a capital; a word within one is small, but in German', () => {
  assert.equal(capital('éire'), 'Éire')
  assert.equal(withinSentence('Owner'), 'owner')
  assert.equal(
    inBrowserOf(['de'], () => withinSentence('Gast')),
    'Gast',
  )
})
