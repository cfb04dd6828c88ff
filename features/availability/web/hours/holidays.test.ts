import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHolidays } from './holiday-file.ts'
import { holidaysIn, takenOff } from './holidays.ts'

const TODAY = '2026-11-23'

/** An iCalendar file of these events, each a list of its lines. */
const ics = (...events: string[][]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n')

const daysOf = (text: string): string[] => readHolidays(text, TODAY).days.map(({ date, name }) => `${date} ${name}`)
const skippedOf = (text: string): string[] => readHolidays(text, TODAY).skipped.map(({ line, why }) => `${line} ${why}`)

test('all-day events are days by name; the end of one is not part of it', () => {
  const text = ics(
    ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226', 'SUMMARY:Christmas Day'],
    ['DTSTART;VALUE=DATE:20261229', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Between\\, the\\n years'],
    ['DTSTART;VALUE=DATE:20270106', 'SUMMARY;LANGUAGE="a:b":Ep', ' iphany'],
    ['DTSTART;VALUE=DATE:20270201', 'DURATION:P2D', 'SUMMARY:Two days'],
  )
  assert.deepEqual(daysOf(text), [
    '2026-12-25 Christmas Day',
    '2026-12-29 Between, the  years',
    '2026-12-30 Between, the  years',
    '2026-12-31 Between, the  years',
    '2027-01-06 Epiphany',
    '2027-02-01 Two days',
    '2027-02-02 Two days',
  ])
})

test('what returns every year is there in the two years ahead, less what was taken out', () => {
  const text = ics(
    ['DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=YEARLY', 'SUMMARY:New Year'],
    ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'EXDATE;VALUE=DATE:20271125', 'SUMMARY:Thanksgiving'],
    ['DTSTART;VALUE=DATE:20000531', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', 'SUMMARY:Memorial Day'],
    ['DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Leap day'],
    ['DTSTART;VALUE=DATE:20260310', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Twice'],
    ['DTSTART;VALUE=DATE:20260410', 'RRULE:FREQ=YEARLY;UNTIL=20270410', 'SUMMARY:Until'],
  )
  assert.deepEqual(daysOf(text), [
    '2026-11-26 Thanksgiving',
    '2027-01-01 New Year',
    '2027-03-10 Twice',
    '2027-04-10 Until',
    '2027-05-31 Memorial Day',
    '2028-01-01 New Year',
    '2028-02-29 Leap day',
    '2028-05-29 Memorial Day',
    '2028-11-23 Thanksgiving',
  ])
})

test('events with a time of day, that were cancelled, or that cannot be read are named and left out', () => {
  const text = ics(
    ['DTSTART:20261224T090000Z', 'SUMMARY:A meeting'],
    ['DTSTART;VALUE=DATE:20261231', 'STATUS:CANCELLED'],
    ['DTSTART;VALUE=DATE:20261399'],
    ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=DAILY'],
    ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261220'],
    ['SUMMARY:Nothing'],
  )
  assert.deepEqual(daysOf(text), [])
  assert.deepEqual(skippedOf(text), ['3 timed', '7 cancelled', '11 noDate', '14 repeats', '18 badEnd', '22 noDate'])
})

test('lines of a date and a name are read in several ways of writing dates', () => {
  const text =
    '﻿Date;Holiday\n2026-12-25;Christmas Day\n26.12.2026;"Boxing; Day"\n1 Jan 2027;New Year\nJan 6, 2027;Epiphany\n20270501;May Day\n'
  assert.deepEqual(daysOf(text), [
    '2026-12-25 Christmas Day',
    '2026-12-26 Boxing; Day',
    '2027-01-01 New Year',
    '2027-01-06 Epiphany',
    '2027-05-01 May Day',
  ])
  assert.deepEqual(daysOf('Christmas Day,2026-12-25'), ['2026-12-25 Christmas Day'])
})

test('which number is the month is taken from the lines that tell; where none does, or both ways, the line is refused', () => {
  assert.deepEqual(daysOf('25/12/2026,Christmas\n5/12/2026,Fifth'), ['2026-12-05 Fifth', '2026-12-25 Christmas'])
  assert.deepEqual(daysOf('12/25/2026,Christmas\n1/2/2027,Second'), ['2026-12-25 Christmas', '2027-01-02 Second'])
  assert.deepEqual(skippedOf('5/12/2026,Fifth\n2026-12-25,Christmas'), ['1 ambiguous'])
  assert.deepEqual(skippedOf('2026-12-25,Christmas\nsoon,Party\n2026-02-30,Never'), ['2 noDate', '3 noDate'])
})

const calendar = {
  timeZone: 'Europe/Lisbon',
  travel: [],
  weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00'] as [string, string]]])),
  overrides: { '2026-12-24': [['09:00', '12:00'] as [string, string]] },
  away: [],
  focus: { weekly: {}, blocks: [] },
  deliveries: ['start'],
  urgentOutside: false,
}

test('days off are taken once: alone as a day without hours, several of one event as an absence', () => {
  const text = ics(
    ['DTSTART;VALUE=DATE:20261208', 'SUMMARY:Immaculate Conception'],
    ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261230', 'SUMMARY:Winter'],
    ['DTSTART;VALUE=DATE:20261212', 'SUMMARY:On a Saturday'],
  )
  const { days } = readHolidays(text, TODAY)
  const before = holidaysIn(calendar, days)
  assert.deepEqual(
    before.map(({ date, standing }) => `${date.slice(5)} ${standing}`),
    ['12-08 worked', '12-12 free', '12-24 chosen', '12-25 worked', '12-26 free', '12-27 free', '12-28 worked', '12-29 worked'],
  )
  const all = new Set(days.map(({ date }) => date))
  const once = takenOff(calendar, before, all)
  assert.deepEqual(once.overrides, { ...calendar.overrides, '2026-12-08': [] })
  assert.deepEqual(once.away, [{ from: '2026-12-24', to: '2026-12-29' }])
  assert.deepEqual(takenOff(once, holidaysIn(once, days), all), once)
  const some = takenOff(calendar, before, new Set(['2026-12-25', '2026-12-29']))
  assert.deepEqual([some.overrides, some.away], [{ ...calendar.overrides, '2026-12-25': [], '2026-12-29': [] }, []])
})
