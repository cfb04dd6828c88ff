import { asSentence, conflict, Failure } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** Somebody in this workspace has the address. `path` is where it stood. */
export function emailTaken(path: string): Failure {
  const message = (): string => refusalText('emailTaken')
  return new Failure({ code: 'person.email_taken', status: 409, message: asSentence(message), errors: [{ path, message }] })
}

/** What sign-in was tried with does not belong together; one answer, whichever of it was wrong. */
export function signInRefused(way: 'password' | 'code'): Failure {
  const message = (): string => (way === 'password' ? refusalText('passwordRefused') : refusalText('codeRefused'))
  return new Failure({ code: 'sign_in.refused', status: 401, message })
}

/** How a second factor was shown: it counted, there was none to show, it was not shown, or it was wrong. */
export type Shown = 'spent' | 'none' | 'missing' | 'wrong'

/** Refuses whoever has a second factor and did not show it. `status`: 403 where somebody is signed in already. */
export function ensureSecondFactor(shown: Shown, status: 401 | 403): void {
  if (shown === 'spent' || shown === 'none') return
  const wrong = shown === 'wrong'
  const message = (): string => (wrong ? refusalText('secondWrong') : refusalText('secondMissing'))
  const code = wrong ? 'sign_in.second_factor_wrong' : 'sign_in.second_factor'
  throw new Failure({ code, status, message: asSentence(message), errors: [{ path: 'second', message }] })
}

export const passkeyRefused = (status: 401 | 403 | 409 = 401): Failure =>
  new Failure({ code: 'passkey.refused', status, message: () => refusalText('passkeyRefused') })

export const noPasskeysHere = (): Failure => conflict('passkey.not_here', () => refusalText('noPasskeysHere'))

export const secondFactorOn = (): Failure => conflict('second_factor.already_on', () => refusalText('secondFactorOn'))
