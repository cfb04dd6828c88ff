import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('inbox-triage-marked', {
  selected: { one: 'One selected', other: '{count} selected' },
  done: 'Done',
  later: 'Later',
  letGo: 'Let go of the selection',
})
