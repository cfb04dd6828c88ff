import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('availability-ways', {
  search: 'Search',
  today: 'Go to Today',
  spaces: 'All spaces',
  rotations: 'All rotations',
  people: 'All people',
})
