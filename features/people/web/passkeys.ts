/** Whether this page, as it was opened, can use passkeys made for a name. */
export function passkeysWork(rpId: string | null): rpId is string {
  const { hostname } = window.location
  const isOurs = rpId !== null && (hostname === rpId || hostname.endsWith(`.${rpId}`))
  return isOurs && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Whether the browser offers passkeys among what it fills into a field. */
export async function passkeysFillIn(): Promise<boolean> {
  return PublicKeyCredential.isConditionalMediationAvailable()
}

/** A passkey as the server takes it: JSON, as the browser writes it. */
type Written<T> = { readonly toJSON: () => T }

interface Manner {
  /** Waits among what a field is filled with, instead of asking at once. */
  readonly quietly?: boolean
  readonly signal?: AbortSignal
}

/** Has the browser sign what the server asked; null when the person thought better of it. */
export async function signWithPasskey<T>(options: object, { quietly = false, signal }: Manner = {}): Promise<T | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
  const credential = await navigator.credentials
    .get({ publicKey, ...(quietly ? { mediation: 'conditional' } : {}), ...(signal ? { signal } : {}) })
    .catch(nothingDone)
  return credential && (credential as unknown as Written<T>).toJSON()
}

/** Has the browser make a passkey; null when the person thought better of it, or their device holds one already. */
export async function makePasskey<T>(options: object): Promise<T | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  const credential = await navigator.credentials.create({ publicKey }).catch(nothingDone)
  return credential && (credential as unknown as Written<T>).toJSON()
}

/** Browsers tell no more than that nothing came of it, so that pages learn nothing about a device. */
function nothingDone(error: unknown): null {
  if (error instanceof DOMException) return null
  throw error
}
