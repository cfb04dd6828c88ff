import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('asks-completing', {
  choices: 'What you may mean',
  count: { one: 'One choice', other: '{count} choices' },
  here: '@{handle}, in this thread',
  space: '@{slug}, a space',
  rotation: '@{slug}, a rotation',
  preview: 'Preview',
  previewFailed: 'The preview could not be loaded. Try again when you are online.',
})
