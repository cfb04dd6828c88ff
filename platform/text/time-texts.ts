import { defineTexts } from './define-texts.ts'

export const timeText = defineTexts('time', {
  now: 'now',
  in: 'in {span}',
  ago: '{span} ago',
  minutes: '{count} min',
  hours: '{count} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  days: { one: '{count} day', other: '{count} days' },
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  dayAndTime: '{day} {time}',
  dateAndTime: '{date}, {time}',
  range: '{from}–{to}',
  theirs: '{time} their time',
  listed: '{before}, {after}',
  clauses: '{before}; {after}',
  sentences: '{before}. {after}',
})
