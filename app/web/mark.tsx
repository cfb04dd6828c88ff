/** The baton: one half in a hand, the other on its way to the next. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path className="mark__held" d="M5.2 18.8 10.6 13.4" />
      <path className="mark__next" d="M14.6 9.4 18.8 5.2" />
    </svg>
  )
}
