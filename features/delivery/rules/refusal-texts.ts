import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-delivery', {
  tooManyDevices: 'Pushes come to {most} of your devices at most. Remove one first.',
  endpointOfBrowser: 'Send the https address that your browser was given',
  keysOfBrowser: 'Send the keys that your browser made',
  mailOver: 'This was sent or given up already.',
  mailNotParked: 'This is not parked: it waits to be sent, was sent, or was given up.',
})
