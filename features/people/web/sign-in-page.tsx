import { useState } from 'react'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import { getSignIn, sendCode, signIn } from '../contract/sign-in.ts'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondStep } from './second-step.tsx'
import { useEnter } from './use-enter.ts'

/** What was right as far as it went; who has a second factor is asked for it next. */
type First = RequestOf<typeof signIn>

/** Address and password on one page; Enter sends. Other ways stand below. `next` is the page that was wanted. */
export function SignInPage({ next }: { next?: string | undefined }) {
  const [email, setEmail] = useState('')
  const [first, setFirst] = useState<First | null>(null)
  const [isByCode, setByCode] = useState(false)
  const ways = useAnswer(getSignIn, {}, { staleTime: Infinity }).data
  const send = useSend(signIn)
  const code = useSend(sendCode)
  const enter = useEnter(next)
  const submit = (input: First): void =>
    send.mutate(input, {
      onSuccess: ({ person }) => enter(person, input.code === undefined ? undefined : 'code'),
      onError: ({ code }) => setFirst(code.startsWith('sign_in.second_factor') ? input : null),
    })
  const startOver = (): void => {
    send.reset()
    code.reset()
    setFirst(null)
    setByCode(false)
  }
  const trying = { error: send.error, isPending: send.isPending }
  if (first) return <SecondStep {...trying} onSecond={(second) => submit({ ...first, second })} onBack={startOver} />
  if (isByCode) {
    return (
      <CodeStep
        {...trying}
        email={email}
        sending={code}
        onEmail={setEmail}
        onSend={() => code.mutate({ email })}
        onCode={(typed) => submit({ email, code: typed })}
        onBack={startOver}
      />
    )
  }
  const askForCode = (): void => {
    send.reset()
    setByCode(true)
    if (email !== '') code.mutate({ email })
  }
  return (
    <PasswordStep
      {...trying}
      email={email}
      ways={ways}
      onEmail={setEmail}
      onPassword={(password) => submit({ email, password })}
      onPerson={submit}
      onCode={askForCode}
      onIn={enter}
    />
  )
}
