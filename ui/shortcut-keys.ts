const names: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  backspace: '⌫',
  home: 'Home',
  end: 'End',
  shift: 'Shift',
}

interface Press {
  readonly key: string
  /** Where the key lies: `KeyA`, `Digit1`. */
  readonly code: string
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Which shortcut step a key press is: `a`, `?`, `escape`, `shift+escape`, `mod+enter`. Alt is left to the machine: null. A letter of another
 * script is the Latin one on the same key.
 */
export function stepOf(press: Press): string | null {
  if (press.altKey) return null
  const key = latin(press).toLowerCase()
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  const shift = press.shiftKey && !isSign ? 'shift+' : ''
  return `${press.metaKey || press.ctrlKey ? 'mod+' : ''}${shift}${key}`
}

function latin({ key, code }: Press): string {
  if (key.length !== 1 || !/[\p{L}\p{N}]/u.test(key) || /[\p{Script=Latin}0-9]/u.test(key)) return key
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key
}

/** What is written on the keys of a shortcut, in the order of pressing; combined keys share one: `⌘ ↵` on a Mac, `Ctrl ↵` elsewhere. */
export function keysOf(shortcut: string, isMac = onMac()): string[] {
  return shortcut.split(' ').map((step) =>
    step
      .split('+')
      .map((key) => (key === 'mod' ? modKey(isMac) : (names[key] ?? key.toUpperCase())))
      .join(' '),
  )
}

/** The key that others are combined with: `⌘` on a Mac, `Ctrl` elsewhere. */
export const modKey = (isMac = onMac()): string => (isMac ? '⌘' : 'Ctrl')

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}
