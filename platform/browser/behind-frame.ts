/** Does something once the next frame is on the screen, and `milliseconds` later; where nothing is drawn, soon. */
export function behindFrame(work: () => void, milliseconds = 0): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(work, milliseconds))
  else setTimeout(work)
}
