import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-inbox', {
  askSettled: 'This ask is settled or with somebody else. There is nothing to take up again.',
  askOpen: 'This ask is open. Answer it, decline it or pass it on; then it is done.',
  past: 'This is past. Choose a later instant',
  withinTenYears: 'Choose an instant within ten years',
  untilForSnoozed: 'Say until when, for snoozed and for nothing else',
})
