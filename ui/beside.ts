import type { CSSProperties } from 'react'
import { isRightToLeft } from './direction.ts'

const gap = 4

/** Where something above the page stands: below the button or, low on the screen, above it; towards the middle of the screen. */
export function beside(button: Element | null): CSSProperties {
  if (!button) return {}
  const box = button.getBoundingClientRect()
  const isLow = box.bottom > window.innerHeight * 0.6
  const isRight = (isRightToLeft() ? box.right : box.left) > window.innerWidth / 2
  return {
    ...(isLow
      ? { top: 'auto', bottom: window.innerHeight - box.top + gap, maxHeight: box.top - 2 * gap }
      : { top: box.bottom + gap, maxHeight: window.innerHeight - box.bottom - 2 * gap }),
    overflowY: 'auto',
    ...(isRight ? { left: 'auto', right: Math.max(8, window.innerWidth - box.right) } : { left: Math.max(8, box.left) }),
  }
}
