import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { RelyingParty } from './relying-party.ts'

/** Loaded when somebody uses a passkey for the first time: it brings much that a start need not wait for. */
const loaded = () => import('@simplewebauthn/server')

/** EdDSA, ES256 and RS256, by their numbers in COSE: what every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257]

/** What a browser is told, as JSON; its `challenge` is what comes back signed. */
export type PasskeyOptions = Readonly<Record<string, unknown>> & { readonly challenge: string }

interface Owner {
  readonly id: string
  readonly name: string
  readonly account: string
  /** Ids of credentials that need no second one on the same device. */
  readonly known: readonly string[]
}

/** What a browser is told to make a passkey that finds its person by itself and asks who is in front of it. */
export async function creationOptions(rp: RelyingParty, rpName: string, owner: Owner): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await loaded()
  const options = await generateRegistrationOptions({
    rpID: rp.id,
    rpName,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.account,
    userDisplayName: owner.name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: owner.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ...options }
}

/** What a browser is told to sign with a passkey: any it has, or one of those named. */
export async function requestOptions(rp: RelyingParty, ids: readonly string[] = []): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await loaded()
  const allowCredentials = ids.map((id) => ({ id }))
  return { ...(await generateAuthenticationOptions({ rpID: rp.id, allowCredentials, userVerification: 'required' })) }
}

export interface MadePasskey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

interface Expected {
  readonly rp: RelyingParty
  readonly challenge: string
}

/** The passkey that a browser made for this challenge; null when it is none of ours, or nobody was asked who they are. */
export async function verifiedCreation(response: unknown, { rp, challenge }: Expected): Promise<MadePasskey | null> {
  const { verifyRegistrationResponse } = await loaded()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: [...rp.origins],
    expectedRPID: rp.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(notVerified)
  if (!verified || !registrationInfo) return null
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports }
}

interface Known extends Expected {
  readonly passkey: { readonly credentialId: string; readonly publicKey: Buffer; readonly counter: number }
}

/** The counter after a passkey signed this challenge; null when it did not, or went backwards as a copy of it would. */
export async function verifiedRequest(response: unknown, { rp, challenge, passkey }: Known): Promise<number | null> {
  const { verifyAuthenticationResponse } = await loaded()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: [...rp.origins],
    expectedRPID: rp.id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(notVerified)
  return verified && authenticationInfo ? authenticationInfo.newCounter : null
}

/** The library throws at whatever is not as it should be; here that is an answer like any other. */
const notVerified = (): { verified: false; registrationInfo?: undefined; authenticationInfo?: undefined } => ({ verified: false })

/** The challenge that a response says it signed; null when it says none. It proves nothing by itself. */
export function challengeOf(clientDataJSON: string): string | null {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown } | null
    return typeof said?.challenge === 'string' ? said.challenge : null
  } catch {
    return null
  }
}
