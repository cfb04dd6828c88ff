import { useEffect, useRef } from 'react'

/** Does something once the press that is under way has landed; at once where there is none. What moves because a field is left would be missed by the press that left it. */
export function useAfterPress(): (act: () => void) => void {
  const isDown = useRef(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    const press = (): void => {
      isDown.current = true
    }
    // The click is told in the same turn, after the button is up.
    const land = (): void => {
      isDown.current = false
      setTimeout(() => waiting.current.splice(0).forEach((act) => act()))
    }
    const ends = ['mouseup', 'dragend', 'pointercancel']
    window.addEventListener('mousedown', press, true)
    for (const end of ends) window.addEventListener(end, land, true)
    return () => {
      window.removeEventListener('mousedown', press, true)
      for (const end of ends) window.removeEventListener(end, land, true)
    }
  }, [])
  return (act) => {
    if (isDown.current) waiting.current.push(act)
    else act()
  }
}
