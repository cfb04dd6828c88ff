import { conflict } from '#platform/contract/failure.ts'
import type { App } from '#platform/http/app.ts'
import { handle, handleOpen } from '#platform/http/handle.ts'
import { addPasskey } from './commands/add-passkey.ts'
import { beginConfirmation } from './commands/begin-confirmation.ts'
import { beginPasskey } from './commands/begin-passkey.ts'
import { beginPasskeySignIn } from './commands/begin-passkey-sign-in.ts'
import { beginSecondFactor } from './commands/begin-second-factor.ts'
import { changePassword } from './commands/change-password.ts'
import { confirmSecondFactor } from './commands/confirm-second-factor.ts'
import { confirmSession } from './commands/confirm-session.ts'
import { endOtherSessions } from './commands/end-other-sessions.ts'
import { endSession } from './commands/end-session.ts'
import { endToken } from './commands/end-token.ts'
import { issueToken } from './commands/issue-token.ts'
import { removePasskey } from './commands/remove-passkey.ts'
import { removeSecondFactor } from './commands/remove-second-factor.ts'
import { renewRecoveryCodes } from './commands/renew-recovery-codes.ts'
import { resetSecondFactor } from './commands/reset-second-factor.ts'
import { sendCode } from './commands/send-code.ts'
import { signIn } from './commands/sign-in.ts'
import { signInWithPasskey } from './commands/sign-in-with-passkey.ts'
import { signOut } from './commands/sign-out.ts'
import * as own from './contract/own-sign-in.ts'
import * as passkeySigning from './contract/passkey-sign-in.ts'
import * as passkeys from './contract/passkeys.ts'
import * as factor from './contract/second-factor.ts'
import * as signing from './contract/sign-in.ts'
import { signOut as signOutContract } from './contract/sign-out.ts'
import * as tokens from './contract/tokens.ts'
import { getOwnSignIn } from './queries/get-own-sign-in.ts'
import { getSignIn } from './queries/get-sign-in.ts'
import { listSessions } from './queries/list-sessions.ts'
import { listSignInHistory } from './queries/list-sign-in-history.ts'
import { listTokens } from './queries/list-tokens.ts'
import { refusalText } from './rules/refusal-texts.ts'

export interface PeopleSettings {
  /** What codes and stored secrets are made with. */
  readonly secret: string
  /** Whether codes can be sent by mail. */
  readonly mail: boolean
}

export function addPeopleRoutes(app: App, { secret, mail }: PeopleSettings): void {
  const keys = { secret, url: app.server.url }
  handleOpen(app, signing.getSignIn, () => getSignIn({ ...keys, mail }))
  handleOpen(app, signing.signIn, (visit, input) => signIn(visit, input, keys))
  handleOpen(app, signing.sendCode, (visit, input) => sendCode(visit, input, mail))
  handleOpen(app, passkeys.beginPasskeySignIn, (visit) => beginPasskeySignIn(visit, keys))
  handleOpen(app, passkeySigning.signInWithPasskey, (visit, input) => signInWithPasskey(visit, input, keys))
  handle(app, signOutContract, { answer: (ctx, _input, visit) => signOut(ctx, visit), again: nothing })
  addOwnRoutes(app, keys)
  addSecondFactorRoutes(app, keys)
  handle(app, tokens.listTokens, listTokens)
  handle(app, tokens.makeToken, { answer: issueToken, again: refuseSecretAgain })
  handle(app, tokens.endToken, { answer: endToken, again: nothing })
}

interface Keys {
  readonly secret: string
  readonly url: string
}

function addOwnRoutes(app: App, keys: Keys): void {
  handle(app, own.getOwnSignIn, (ctx, _input, visit) => getOwnSignIn(ctx, visit))
  handle(app, own.listSignInHistory, listSignInHistory)
  handle(app, signing.listSessions, listSessions)
  handle(app, signing.endSession, { answer: endSession, again: nothing })
  handle(app, signing.endOtherSessions, { answer: (ctx, _input, visit) => endOtherSessions(ctx, visit), again: nothing })
  handle(app, signing.changePassword, { answer: changePassword, again: nothing })
  handle(app, signing.confirmSession, (ctx, input, visit) => confirmSession(ctx, input, { visit, keys }))
  handle(app, passkeys.beginConfirmation, (ctx, _input, visit) => beginConfirmation(ctx, visit, keys))
  handle(app, passkeys.beginPasskey, (ctx, _input, visit) => beginPasskey(ctx, visit, keys))
  handle(app, passkeys.addPasskey, (ctx, input, visit) => addPasskey(ctx, input, { visit, keys }))
  handle(app, passkeys.removePasskey, { answer: removePasskey, again: nothing })
}

function addSecondFactorRoutes(app: App, keys: Keys): void {
  handle(app, factor.beginSecondFactor, (ctx, _input, visit) => beginSecondFactor(ctx, visit, keys))
  handle(app, factor.confirmSecondFactor, {
    answer: (ctx, input, visit) => confirmSecondFactor(ctx, input, { visit, keys }),
    again: refuseSecretAgain,
  })
  handle(app, factor.renewRecoveryCodes, {
    answer: (ctx, _input, visit) => renewRecoveryCodes(ctx, visit, keys),
    again: refuseSecretAgain,
  })
  handle(app, factor.removeSecondFactor, { answer: (ctx, _input, visit) => removeSecondFactor(ctx, visit), again: nothing })
  handle(app, factor.resetSecondFactor, { answer: resetSecondFactor, again: nothing })
}

async function nothing(): Promise<Record<never, never>> {
  return {}
}

async function refuseSecretAgain(): Promise<never> {
  throw conflict('idempotency.secret', () => refusalText('secretOnce'))
}
