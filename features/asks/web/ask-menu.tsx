import { useState } from 'react'
import type { RefusedError } from '#platform/contract/client.ts'
import { IconButton } from '#ui/button.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { acknowledgeAsk, withdrawAsk } from '../contract/asks.ts'
import { ChooseAnswerDialog } from './choose-answer-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { t as about } from './post-texts.ts'
import { t } from './texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

type Open = 'decline' | 'pass' | 'move' | 'answer' | null

/** What else can be done about an ask, by who reads it; `after` is the seq of the post in which it was made. */
export function AskMenu({ ask, after }: { ask: Ask; after: number }) {
  const [open, setOpen] = useState<Open>(null)
  const withdraw = useAskAct(withdrawAsk, ask)
  const acknowledge = useAskAct(acknowledgeAsk, ask)
  const why = useWhy()
  const onRefused = (error: RefusedError): void => showToast({ text: about('notDone', { why: why(error) }) })
  const takeBack = (): void => withdraw.send({ id: ask.id }, { onSent: () => showToast({ text: t('withdrawn') }), onRefused })
  const close = (): void => setOpen(null)
  const items: MenuItem[] = [
    ...(ask.may.acknowledge ? [{ label: t('acknowledge'), onSelect: () => acknowledge.send({ id: ask.id }, { onRefused }) }] : []),
    ...(ask.may.answer || ask.may.takePost ? [{ label: about('takePost'), onSelect: () => setOpen('answer') }] : []),
    ...(ask.may.move ? [{ label: t('move'), onSelect: () => setOpen('move') }] : []),
    ...(ask.may.pass ? [{ label: t('pass'), onSelect: () => setOpen('pass') }] : []),
    ...(ask.may.decline ? [{ label: t('decline'), onSelect: () => setOpen('decline') }] : []),
    ...(ask.may.withdraw ? [{ label: t('withdraw'), onSelect: takeBack }] : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Menu label={t('more')} items={items}>
        {(trigger) => <IconButton icon="ellipsis" label={t('more')} {...trigger} />}
      </Menu>
      {open === 'answer' && <ChooseAnswerDialog ask={ask} after={after} onClose={close} />}
      {open === 'decline' && <DeclineDialog ask={ask} onClose={close} />}
      {open === 'pass' && <PassDialog ask={ask} onClose={close} />}
      {open === 'move' && <MoveDialog ask={ask} onClose={close} />}
    </>
  )
}
