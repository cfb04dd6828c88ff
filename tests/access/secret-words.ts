/** Words that stand in the private space and nowhere else. Whoever reads one of them has seen into it. */
export const secretWords = {
  /** As an answer says it: whoever writes @umbra somewhere tells nothing by it. */
  spaceSlug: '"slug":"umbra"',
  spaceName: 'Xylograph',
  spacePurpose: 'Yttrium',
  threadTitle: 'Zephyrine',
  threadPurpose: 'Ocarina',
  highlights: 'Vortigern',
  outcome: 'Ullageworth',
  post: 'Quokkafield',
  earlierText: 'Thessalonic',
  ask: 'Wimblestone',
  askReason: 'Pemmican',
  direct: 'Nasturtial',
  fileName: 'Rhodopsin',
} as const

/** Names of people whom the guests share no space with. */
export const privateNames = ['Quillfeather', 'Brackenridge', 'Fernsby', 'Mori', 'Adebayo'] as const

/** What stands in the other workspace of the same database. */
export const foreignWords = ['Strangeland', 'Strangeperson', 'Strangetitle', 'Strangepost'] as const
