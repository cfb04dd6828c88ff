let isBack = performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type !== 'navigate')

/** Whether the page is one that was come back to, by Back, Forward or a reload: its reader stands where they stood, so all of it is to be there at once. */
export const isReturning = (): boolean => isBack

/** Tells how the page that is shown next is come to. */
export function noteReturning(returns: boolean): void {
  isBack = returns
}
