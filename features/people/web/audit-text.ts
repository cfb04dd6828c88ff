import { defineTexts } from '#platform/text/define-texts.ts'
import type { AuditedFact } from '../contract/own-sign-in.ts'

/** Facts that say all by their name. */
const facts = {
  'session.ended': 'Session ended',
  'session.others_ended': 'All other sessions ended',
  'password.changed': 'Password changed',
  'passkey.added': 'Passkey added',
  'passkey.removed': 'Passkey removed',
  'second_factor.added': 'Second factor turned on',
  'second_factor.removed': 'Second factor turned off',
  'second_factor.reset': 'Second factor turned off by an owner or admin',
  'recovery_code.used': 'Recovery code used',
  'recovery_code.renewed': 'Recovery codes made anew',
  'token.made': 'Token made',
  'token.ended': 'Token ended',
  'person.joined': 'Joined',
  'person.address_given': 'Given an address to sign in by',
  'person.deactivated': 'Deactivated',
  'person.reactivated': 'Reactivated',
  'invitation.made': 'Invitation made',
  'invitation.resent': 'Invitation sent again',
  'invitation.accepted': 'Invitation accepted',
  'invitation.withdrawn': 'Invitation withdrawn',
  'workspace.renamed': 'Workspace renamed',
  'mail.retried': 'Parked mail sent again',
  'mail.dropped': 'Mail given up',
  'push.retried': 'Parked push sent again',
  'push.dropped': 'Push given up',
  'import.started': 'Import started',
  'import.stopped': 'Import stopped',
  'import.resumed': 'Import resumed',
  'space.made': 'Space made',
  'space.archived': 'Space archived',
  'space.unarchived': 'Space brought back',
  'member.added': 'Added to a space',
  'member.removed': 'Removed from a space',
} as const

const plain = defineTexts('people-audit-facts', facts)

const t = defineTexts('people-audit', {
  signedIn: 'Signed in by {way}',
  refused: 'A sign-in failed: wrong {way}',
  refusedNobody: 'A sign-in failed: nobody’s address, or an unknown passkey',
  role: 'Role changed from {before} to {after}',
  backAndForth: 'Going back and forth is noticed after {after} exchanges, not {before}',
  spaceOpened: 'Space made {after}',
})

const isPlain = (type: string): type is keyof typeof facts => Object.hasOwn(facts, type)

/** What an audited fact says; one that has no words here is said by its own name. */
export function auditText({ type, way, before, after, person }: AuditedFact): string {
  if (isPlain(type)) return plain(type)
  const said = { before: before ?? '', after: after ?? '' }
  switch (type) {
    case 'person.signed_in':
      return t('signedIn', { way: way ?? 'password' })
    case 'sign_in.refused':
      return person === null ? t('refusedNobody') : t('refused', { way: way ?? 'password' })
    case 'person.changed':
      return t('role', said)
    case 'workspace.changed':
      return t('backAndForth', said)
    case 'space.changed':
      return t('spaceOpened', said)
    default:
      return type
  }
}
