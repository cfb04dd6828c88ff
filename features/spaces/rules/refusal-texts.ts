import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-spaces', {
  notForGuests: 'A guest makes no spaces. Ask a member to make one and to add you.',
  notYours: 'Members may change a space; whoever made it, owners and admins may open, close or archive it and take members out.',
  membersOnly: 'Only members of this space add others to it. Ask one of them.',
  direct: 'This is between the people in it. Make a space for more.',
  archived: 'This space is archived. Bring it back first.',
  lastMember: 'You are the last member of this private space. Add somebody, or archive it and stay.',
  privateWithoutYou: 'You would not see this space any more. Join it first, then make it private.',
  deactivated: 'This person is deactivated and reads nothing.',
  looksLikeId: 'This looks like an id. Choose a word',
})
