import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('delivery-push', {
  title: 'Pushes',
  lede: 'At your delivery times one line says what has come, such as 2 new asks and 1 answer; what is urgent says who asks. Nothing comes outside your hours, and Baton is whole without it.',
  failedTitle: 'Your devices could not be loaded',
  tryAgain: 'Try again',

  here: 'This device',
  onHere: 'On this device',
  onHint: 'One line at each delivery, and what is urgent at once.',
  impossible: 'This browser cannot show pushes from here. On an iPhone or iPad, put Baton on the Home Screen first.',
  refused: 'This browser refuses notifications from Baton. You can allow them in its settings for this site.',
  unreached: 'The push service of this browser could not be reached. Try again later, or in another browser.',

  devices: 'Your devices',
  devicesMore: 'Each for as long as you are signed in there.',
  none: 'Pushes are on nowhere.',
  thisOne: 'this one',
  since: 'On since {date}. None has come yet.',
  last: 'On since {date}. The last came {when}.',
  remove: 'Remove',
  removeOf: 'Remove {device}',
  removed: 'Nothing comes to that device any more.',

  week: 'A week without',
  weekMore: 'See how it is without pushes. Deliveries wait for you in Baton, and after a week pushes come again by themselves.',
  pause: 'Pause for a week',
  paused: 'Paused until {when}.',
  resume: 'Let them come again',
})
