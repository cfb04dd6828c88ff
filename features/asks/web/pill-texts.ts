import { defineTexts } from '#platform/text/define-texts.ts'

/** What the pills of an ask say, where it differs from their labels. */
export const t = defineTexts('asks-pills', {
  whom: 'of whom',
  nobody: 'Choose whom you ask.',
  by: 'by {time}',
  safe: 'Safe to start:',
})
