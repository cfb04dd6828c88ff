import { formatDateTime } from '#platform/text/format-time.ts'
import type { Letter } from './letter.ts'
import { mailText } from './texts.ts'

/** What mails tell of sign-in: the facts that change how somebody signs in. */
export const toldByMail = [
  'password.changed',
  'passkey.added',
  'passkey.removed',
  'second_factor.added',
  'second_factor.removed',
  'second_factor.reset',
] as const
export type ToldByMail = (typeof toldByMail)[number]

const leads = {
  'password.changed': 'passwordChanged',
  'passkey.added': 'passkeyAdded',
  'passkey.removed': 'passkeyRemoved',
  'second_factor.added': 'secondFactorAdded',
  'second_factor.removed': 'secondFactorRemoved',
  'second_factor.reset': 'secondFactorReset',
} as const satisfies Record<ToldByMail, string>

export interface SignInMail {
  readonly workspace: string
  readonly type: ToldByMail
  /** Who did it, where it was somebody else. */
  readonly by: string | null
  /** In epoch milliseconds. */
  readonly at: number
  /** The receiver's. */
  readonly zone: string
  readonly from: string | null
}

/** That something was changed about how its reader signs in, so that they notice what was not them. */
export function signInLetter({ workspace, type, by, at, zone, from }: SignInMail): Letter {
  const when = formatDateTime(at, { zone, now: at })
  return {
    workspace,
    subject: mailText('signInSubject', { workspace }),
    lead: mailText(leads[type], { name: by || mailText('anAdministrator') }),
    more: [
      from === null ? mailText('signInWhen', { when }) : mailText('signInFrom', { when, address: from }),
      mailText(by === null ? 'signInNotYou' : 'signInResetMore'),
    ],
  }
}

export interface CodeMail {
  readonly workspace: string
  readonly code: string
}

/** The code that signs in, which its reader asked for. */
export function codeLetter({ workspace, code }: CodeMail): Letter {
  return {
    workspace,
    subject: mailText('codeSubject', { workspace }),
    lead: mailText('codeLead', { workspace }),
    code,
    more: [mailText('codeMore'), mailText('codeNotYou')],
  }
}
