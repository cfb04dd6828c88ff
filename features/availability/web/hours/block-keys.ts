import { DAY, moved, type Block, STEP } from './blocks.ts'

/** What a key does to the block that has the focus, or to the day. */
export type Act =
  | { readonly does: 'move'; readonly by: number }
  | { readonly does: 'resize'; readonly part: 'start' | 'end'; readonly by: number }
  /** To the day before or after: the block, or the focus where a day has it. */
  | { readonly does: 'day'; readonly by: -1 | 1 }
  /** The focus to the next or the one before. */
  | { readonly does: 'step'; readonly by: -1 | 1 }
  | { readonly does: 'edge'; readonly to: 'first' | 'last' }
  | { readonly does: 'open' }
  | { readonly does: 'add' }
  | { readonly does: 'remove' }

interface Press {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a press means in the week; null for what is not its own. `rtl` where days run from right to left. */
export function actOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Press, rtl: boolean): Act | null {
  if (ctrlKey || metaKey) return null
  const along = { ArrowUp: -STEP, ArrowDown: STEP }[key]
  if (along !== undefined) {
    if (shiftKey) return { does: 'resize', part: altKey ? 'start' : 'end', by: along }
    return altKey ? null : { does: 'move', by: along }
  }
  if (altKey || shiftKey) return null
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (across !== undefined) return { does: 'day', by: across === (rtl ? -1 : 1) ? 1 : -1 }
  return plain[key.length === 1 ? key.toLowerCase() : key] ?? null
}

const plain: Readonly<Record<string, Act>> = {
  j: { does: 'step', by: 1 },
  k: { does: 'step', by: -1 },
  Home: { does: 'edge', to: 'first' },
  End: { does: 'edge', to: 'last' },
  Enter: { does: 'open' },
  n: { does: 'add' },
  Delete: { does: 'remove' },
  Backspace: { does: 'remove' },
}

/** A block moved along its day by keys, or made longer or shorter. */
export function pressed(block: Block, act: Extract<Act, { does: 'move' | 'resize' }>): Block {
  return moved(block, act.does === 'move' ? 'whole' : act.part, { by: act.by, step: STEP })
}

/** Minutes of a day that a place on its column stands for. Above and below it time goes on. */
export function minutesAt(y: number, { top, height }: { top: number; height: number }): number {
  return ((y - top) / height) * DAY
}
