/** Why an import leaves something out, as it is kept. */
export const leftOutReasons = [
  'brokenPeople',
  'brokenChannels',
  'brokenDirect',
  'brokenFiles',
  'strayFiles',
  'otherFiles',
  'bots',
  'direct',
  'broken',
  'note',
  'bot',
  'nobody',
  'stranger',
  'empty',
  'long',
  'here',
  'ownEmoji',
  'manyReactions',
] as const
export type LeftOut = (typeof leftOutReasons)[number]
