/** What may have the focus in place of something in it that went away. */
const PLACES = 'dialog, article, form, section, li, nav, aside, main'

/** Keeps the focus from being lost: when what has it goes away, or can have it no more, what stands around it has it. Returns what ends that. */
export function keepFocus(): () => void {
  let focused: Element | null = null
  let around: readonly Element[] = []
  let isDue = false
  const note = ({ target }: Event): void => {
    if (!(target instanceof Element) || target === document.body) return
    focused = target
    around = ancestorsOf(target)
  }
  // Whoever presses elsewhere takes the focus away themselves.
  const forget = (): void => {
    focused = null
  }
  const look = (): void => {
    isDue = false
    if (!focused || mayHaveIt(focused) || (document.activeElement ?? document.body) !== document.body) return
    const place = around.find((one) => one.isConnected && one.matches(PLACES)) ?? document.querySelector('main')
    if (!(place instanceof HTMLElement)) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(() => {
    if (isDue || !focused || mayHaveIt(focused)) return
    isDue = true
    // Browsers take the focus from what is disabled behind the frame.
    requestAnimationFrame(() => setTimeout(look))
  })
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', note)
  document.addEventListener('pointerdown', forget)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('pointerdown', forget)
  }
}

const mayHaveIt = (element: Element): boolean => element.isConnected && !element.matches(':disabled')

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement
  return parent ? [parent, ...ancestorsOf(parent)] : []
}
