import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('app-help', {
  chapters: 'Chapters of the guide',
  none: 'There is no such chapter',
  noneMore: 'Choose one beside this.',
})
