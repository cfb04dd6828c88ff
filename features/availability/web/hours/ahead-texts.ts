import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('availability-hours-ahead', {
  next: 'Your next deliveries',
  inCity: '{time} in {city}',
  cityAndSpan: '{city}, {span}',
  ask: 'An ask sent to you now would come {comes}.',
  askDue: 'An ask sent to you now would come {comes}, and its answer would be due {due}.',
  unsaved: 'As it would be with the changes on this page. Nothing is saved yet.',
  asSaved: 'By the hours as they are kept.',
  never: 'With these hours nothing reaches you in the coming year. Set some hours, on the usual week or on a date.',
  allAway: 'You are away whenever you would work in the coming year, so nothing reaches you. End an absence to be reached.',
  noDigests: 'No deliveries: asks come when you are first open, and the rest waits until you look.',
})
