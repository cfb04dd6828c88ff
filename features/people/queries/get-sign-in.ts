import type { OutputOf } from '#platform/contract/endpoint.ts'
import { relyingPartyOf } from '#platform/passkeys/relying-party.ts'
import type { getSignIn as contract } from '../contract/sign-in.ts'

/** Which ways to sign in this Baton offers beside a password. */
export async function getSignIn({ url, mail }: { url: string; mail: boolean }): Promise<OutputOf<typeof contract>> {
  return { code: mail, passkeys: relyingPartyOf(url)?.id ?? null }
}
