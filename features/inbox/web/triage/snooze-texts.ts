import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('inbox-triage-snooze', {
  later: 'Later',
  laterToday: 'Later today',
  tomorrow: 'Tomorrow, as my day begins',
  nextDay: 'As my next working day begins',
  nextWeek: 'Next week',
  moment: 'At another moment',
})
