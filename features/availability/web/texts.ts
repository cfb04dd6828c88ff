import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('availability', {
  bandWorks: '{name}: {time} in {city}. Works {hours}.',
  bandAway: '{name}: {time} in {city}. Away until {date}.',
  bandFree: '{name}: {time} in {city}. Does not work today.',
  where: '{name}, {time} in {city}',
})
