import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { t } from './texts.ts'

interface DialogProps {
  readonly title: string
  readonly wide?: boolean
  /** Buttons, the main one last. */
  readonly foot?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

const firstField = 'textarea, select, input:not([type="checkbox"], [type="radio"], [readonly])'

/** A modal dialog, open as long as it is rendered, with the focus in its first field. Escape and a press outside close it; focus returns to where it was. */
export function Dialog({ title, wide = false, foot, onClose, children }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed before it leaves the page: only then does focus return.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>(firstField)?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes('dialog', wide && 'dialog--wide')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog__in">
        <header className="dialog__head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="x" label={t('close')} onClick={onClose} />
        </header>
        {children}
        {foot && <footer className="dialog__foot">{foot}</footer>}
      </div>
    </dialog>
  )
}
