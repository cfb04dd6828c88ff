/** Whether the page is written from right to left. */
export const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl'

/** A step by the arrow keys that lie side by side, in the order of what is written: to the right is back where it runs to the left. */
export const stepAcross = (key: string): number => (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0) * (isRightToLeft() ? -1 : 1)
