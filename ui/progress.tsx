interface ProgressProps {
  /** What gets on, for those who hear it. */
  readonly label: string
  /** From 0 to 1. */
  readonly part: number
}

/** How far something is that takes long. */
export function Progress({ label, part }: ProgressProps) {
  return <progress className="progress" aria-label={label} max={1} value={part} />
}
