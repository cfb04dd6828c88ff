import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-workspace', {
  notAdministrator: 'Owners and admins administer the workspace. Ask one of them.',
  invitationExpired: 'This invitation has expired. Ask for another.',
  invitationAccepted: 'This invitation was accepted. Sign in, or ask for another.',
  nameTaken: 'This name is taken here, by a person, space or rotation. Choose another',
  signsIn: '{name} signs in already, or is deactivated. Only they change how.',
  invitationNoAddress: 'This invitation names no address. Make another, and send its link yourself.',
  alreadySetUp: 'This Baton is set up already. Sign in, or ask an owner for an invitation.',
})
