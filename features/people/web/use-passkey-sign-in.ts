import { useEffect, useRef, useState } from 'react'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { beginPasskeySignIn } from '../contract/passkeys.ts'
import { signInWithPasskey } from '../contract/passkey-sign-in.ts'
import { passkeysFillIn, passkeysWork, signWithPasskey } from './passkeys.ts'

interface PasskeySignIn {
  readonly isOffered: boolean
  readonly isPending: boolean
  readonly error: RefusedError | null
  /** Asks for a passkey at once. */
  ask(): void
}

type Signed = RequestOf<typeof signInWithPasskey>['passkey']

/** Signs in with a passkey: at a press, and where browsers can, chosen from what the address field offers. */
export function usePasskeySignIn(rpId: string | null, onIn: (person: { readonly id: string }) => void): PasskeySignIn {
  const isOffered = passkeysWork(rpId)
  const waiting = useRef<AbortController>(undefined)
  const [isAsking, setAsking] = useState(false)
  const begin = useSend(beginPasskeySignIn)
  const send = useSend(signInWithPasskey)
  const signIn = (passkey: Signed | null): void => {
    if (passkey) send.mutate({ passkey }, { onSuccess: ({ person }) => onIn(person) })
  }
  const latest = useRef(signIn)
  useEffect(() => {
    latest.current = signIn
  })
  useEffect(() => {
    if (!isOffered) return undefined
    const quiet = new AbortController()
    waiting.current = quiet
    void offerQuietly(quiet.signal).then((passkey) => !quiet.signal.aborted && latest.current(passkey))
    return () => quiet.abort()
  }, [isOffered])
  const ask = (): void => {
    // A browser shows one question at a time.
    waiting.current?.abort()
    begin.mutate(
      {},
      {
        onSuccess: (options) => {
          setAsking(true)
          void signWithPasskey<Signed>(options)
            .then(signIn)
            .finally(() => setAsking(false))
        },
      },
    )
  }
  return { isOffered, isPending: begin.isPending || isAsking || send.isPending, error: begin.error ?? send.error, ask }
}

/** Nobody asked for it: where it does not work, nothing is said, and the button remains. */
async function offerQuietly(signal: AbortSignal): Promise<Signed | null> {
  try {
    if (!(await passkeysFillIn())) return null
    const options = await call(beginPasskeySignIn, {}, { signal })
    return await signWithPasskey<Signed>(options, { quietly: true, signal })
  } catch {
    return null
  }
}
