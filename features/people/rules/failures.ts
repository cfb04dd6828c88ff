import { conflict, Failure } from '#platform/contract/failure.ts'

/** Somebody in this workspace has the address. `path` is where it stood. */
export function emailTaken(path: string): Failure {
  const message = 'Somebody here has this address already. Use another'
  return new Failure({ code: 'person.email_taken', status: 409, message: `${message}.`, errors: [{ path, message }] })
}

/** What sign-in was tried with does not belong together; one answer, whichever of it was wrong. */
export function signInRefused(way: 'password' | 'code'): Failure {
  const message =
    way === 'password'
      ? 'Address and password do not belong together. Try again, or ask an owner or admin for help.'
      : 'This code is not right, or does not work any more. Try again, or have another sent.'
  return new Failure({ code: 'sign_in.refused', status: 401, message })
}

/** How a second factor was shown: it counted, there was none to show, it was not shown, or it was wrong. */
export type Shown = 'spent' | 'none' | 'missing' | 'wrong'

/** Refuses whoever has a second factor and did not show it. `status`: 403 where somebody is signed in already. */
export function ensureSecondFactor(shown: Shown, status: 401 | 403): void {
  if (shown === 'spent' || shown === 'none') return
  const wrong = shown === 'wrong'
  const message = wrong
    ? 'This code is not right, or was used already. Wait for the next one of your app, or use a recovery code'
    : 'Write the code that your authenticator app shows, or a recovery code'
  const code = wrong ? 'sign_in.second_factor_wrong' : 'sign_in.second_factor'
  throw new Failure({ code, status, message: `${message}.`, errors: [{ path: 'second', message }] })
}

export const passkeyRefused = (status: 401 | 403 | 409 = 401): Failure =>
  new Failure({ code: 'passkey.refused', status, message: 'This passkey did not work here. Try again, or use another way.' })

export const noPasskeysHere = (): Failure =>
  conflict('passkey.not_here', 'Passkeys need an address with a name and https, or localhost. Open Baton there, or use another way.')

export const secondFactorOn = (): Failure =>
  conflict('second_factor.already_on', 'Your second factor is on already. Turn it off first to move it to another app.')
