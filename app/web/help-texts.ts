import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts({
  chapters: 'Chapters of the guide',
  none: 'There is no such chapter',
  noneMore: 'Choose one beside this.',
})
