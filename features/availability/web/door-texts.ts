import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('availability-door', {
  firstRun: 'Set up Baton',
  firstRunMore: 'A place for your team, and you as its first owner. Both can be changed later.',
  workspace: 'Name of your team or company',
  code: 'Setup code',
  codeHint: 'npm start printed it once in the terminal.',
  begin: 'Begin',
  join: 'Join {workspace}',
  joinMore: '{name} invites you as {role}.',
  joinSpaces: '{name} invites you to {spaces}.',
  joinDo: 'Join',
  roleAdmin: 'an administrator',
  roleMember: 'a member',
  roleGuest: 'a guest',
  gone: 'This invitation does not work any more',
  goneMore: 'It was used, withdrawn or is older than two weeks. Ask for a new one.',
  already: 'Baton is set up already',
  alreadyMore: 'Sign in, or ask somebody inside for an invitation.',
  seeMarked: 'Not done yet. What is marked above says what to change.',
  signIn: 'Sign in',
})
