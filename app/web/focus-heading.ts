let watch: MutationObserver | undefined

/** Moves focus to the heading of the page, at once or when it comes; unless the page, or the reader meanwhile, has put it elsewhere. */
export function focusHeading(): void {
  watch?.disconnect()
  if (isElsewhere() || focus('main h1')) return
  focus('main')
  watch = new MutationObserver(() => {
    if (isElsewhere() || focus('main h1')) watch?.disconnect()
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) return false
  element.tabIndex = -1
  element.focus({ preventScroll: true })
  return true
}

/** In the page, on something other than the page itself. */
function isElsewhere(): boolean {
  const focused = document.activeElement
  return focused?.closest('main, dialog') !== null && focused?.localName !== 'main'
}
