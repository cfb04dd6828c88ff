import { formatRow } from '#platform/text/format-span.ts'
import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { IconButton } from '#ui/button.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Rotation } from '../contract/rotations.ts'
import { offerSwap, removeShift, type Shift, type Swap } from '../contract/shifts.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'
import { SwapButtons } from './swap-buttons.tsx'
import { useMyZone } from './use-me.ts'

interface ShiftRowProps {
  readonly shift: Shift
  readonly rotation: Rotation
  readonly me: string | undefined
}

/** One shift in words: whose, from when to when, what the reader may do about it, and an offer that waits. */
export function ShiftRow({ shift, rotation, me }: ShiftRowProps) {
  const now = useNow()
  const zone = useMyZone()
  const [dialog, setDialog] = useState<'offer' | 'give' | null>(null)
  const sends = { refreshes: showsRotations }
  const remove = useSend(removeShift, sends)
  const take = useSend(offerSwap, sends)
  const { id, person, layer, may } = shift
  const items: MenuItem[] = [
    ...(may.offer ? [{ label: t('offer'), onSelect: () => setDialog('offer') }] : []),
    ...(may.takeOver
      ? [
          {
            label: t('takeOver'),
            onSelect: () => take.mutate({ id }, { onSuccess: () => showToast({ text: t('offered', { name: person.name }) }) }),
          },
        ]
      : []),
    ...(may.change
      ? [
          { label: t('giveTo'), onSelect: () => setDialog('give') },
          { label: t('remove'), onSelect: () => remove.mutate({ id }, { onSuccess: () => showToast({ text: t('removed') }) }) },
        ]
      : []),
  ]
  const time = (instant: string): string => formatSoon(instant, { zone, now })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t" dir="auto">
          {person.handle === me ? t('you', { name: person.name }) : person.name}
        </p>
        <p className="row__s num">{formatRow([t('layer', { layer }), t('fromTo', { from: time(shift.start), to: time(shift.end) })])}</p>
        {shift.swap && <SwapLine swap={shift.swap} />}
      </div>
      {items.length > 0 && (
        <Menu label={t('more')} items={items}>
          {(trigger) => <IconButton icon="ellipsis" label={t('more')} {...trigger} />}
        </Menu>
      )}
      {dialog && <HandOverDialog shift={shift} rotation={rotation} kind={dialog} onClose={() => setDialog(null)} />}
    </li>
  )
}

function SwapLine({ swap }: { swap: Swap }) {
  const names = { from: swap.from.name, to: swap.to.name }
  return (
    <p className="row__s duty__swap">
      <span dir="auto">
        {swap.by.handle === swap.from.handle ? t('swapOffered', names) : t('swapWanted', names)} {swap.note}
      </span>
      <span className="acts">
        <SwapButtons swap={swap} refreshes={showsRotations} />
      </span>
    </p>
  )
}
