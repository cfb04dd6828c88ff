/** Facts about people and their sign-in. Texts, addresses and secrets are never part of a fact. */
interface PersonFact<Type extends string, More = unknown> {
  readonly type: Type
  readonly subject: { readonly personId: string } & More
}

/** By what a session proves whose it is. */
export type Proof = 'password' | 'code' | 'passkey'

export type PersonJoined = PersonFact<'person.joined'>
/** Profile or role; `role` and `before` are there when that changed. */
export type PersonChanged = PersonFact<'person.changed', { readonly role?: string; readonly before?: string }>
/** By an owner or admin, to somebody who could not sign in. */
export type AddressGiven = PersonFact<'person.address_given'>
export type PersonDeactivated = PersonFact<'person.deactivated'>
export type PersonReactivated = PersonFact<'person.reactivated'>
export type PersonSignedIn = PersonFact<'person.signed_in', { readonly sessionId: string; readonly way: Proof }>
export type SessionEnded = PersonFact<'session.ended', { readonly sessionId: string }>
/** All but the one that asked. */
export type OthersEnded = PersonFact<'session.others_ended'>
export type PasswordChanged = PersonFact<'password.changed'>
export type PasskeyAdded = PersonFact<'passkey.added', { readonly passkeyId: string }>
export type PasskeyRemoved = PersonFact<'passkey.removed', { readonly passkeyId: string }>
export type SecondFactorAdded = PersonFact<'second_factor.added'>
export type SecondFactorRemoved = PersonFact<'second_factor.removed'>
/** By an owner or admin, for somebody who lost it. */
export type SecondFactorReset = PersonFact<'second_factor.reset'>
export type RecoveryCodeUsed = PersonFact<'recovery_code.used'>
export type RecoveryCodesRenewed = PersonFact<'recovery_code.renewed'>
export type TokenMade = PersonFact<'token.made', { readonly tokenId: string }>
export type TokenEnded = PersonFact<'token.ended', { readonly tokenId: string }>

export type PersonEvent =
  | PersonJoined
  | PersonChanged
  | AddressGiven
  | PersonDeactivated
  | PersonReactivated
  | PersonSignedIn
  | SessionEnded
  | OthersEnded
  | PasswordChanged
  | PasskeyAdded
  | PasskeyRemoved
  | SecondFactorAdded
  | SecondFactorRemoved
  | SecondFactorReset
  | RecoveryCodeUsed
  | RecoveryCodesRenewed
  | TokenMade
  | TokenEnded
