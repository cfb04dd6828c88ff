import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

interface FieldWords {
  readonly label: string
  /** Beside the label: `optional`. */
  readonly aside?: string | undefined
  /** Below: what helps to fill it in. */
  readonly hint?: ReactNode
  /** Below, instead of the hint: what is wrong and how to fix it. */
  readonly error?: ReactNode
}

interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label, a control, and help or an error below it, tied together. */
export function Field({ label, aside, hint, error, children }: FieldWords & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const below = error ?? hint
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label} {aside && <small>{aside}</small>}
      </label>
      {children({ id, 'aria-describedby': below ? `${id}-below` : undefined, 'aria-invalid': error ? true : undefined })}
      {below && (
        <p className={classes('hint', Boolean(error) && 'hint--stop')} id={`${id}-below`}>
          {error && <Icon name="circle-alert" size="sm" />}
          <span>{below}</span>
        </p>
      )}
    </div>
  )
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id' | 'aria-describedby' | 'aria-invalid'>
type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id' | 'aria-describedby' | 'aria-invalid'>
type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'id' | 'aria-describedby' | 'aria-invalid'>

/** A year has four digits: without an end browsers let six be typed, which is no date anywhere else. */
const lastOf: Readonly<Record<string, string>> = { date: '9999-12-31', 'datetime-local': '9999-12-31T23:59' }

export function TextField({ label, aside, hint, error, ...input }: FieldWords & Input) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(control) => <input className="input" max={lastOf[input.type ?? '']} {...input} {...control} />}
    </Field>
  )
}

export function TextArea({ label, aside, hint, error, reading = false, ...area }: FieldWords & Area & { reading?: boolean }) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(control) => <textarea className={classes('input', reading && 'input--read')} {...area} {...control} />}
    </Field>
  )
}

export function SelectField({ label, aside, hint, error, children, ...select }: FieldWords & Select) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(control) => (
        <select className="input" {...select} {...control}>
          {children}
        </select>
      )}
    </Field>
  )
}

/** Yes or no, in one line. */
export function Check({ label, hint, ...input }: Input & { label: string; hint?: string }) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}
