const copied = ['fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'letterSpacing', 'direction', 'tabSize'] as const

const LONG = 5_000

export interface CaretPlace {
  /** From the left and the top of the field, in pixels, as it is scrolled. */
  readonly left: number
  readonly top: number
  readonly line: number
}

/** Where a place in the text of a field is on the screen: measured on a copy of it that nobody sees. */
export function caretPlace(field: HTMLTextAreaElement, index: number): CaretPlace {
  const style = getComputedStyle(field)
  const copy = document.createElement('div')
  for (const property of copied) copy.style[property] = style[property]
  Object.assign(copy.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  copy.style.width = `${field.clientWidth}px`
  copy.dir = field.dir
  // Of a long text only the part from the caret's paragraph to the end is laid out again: most is written there.
  const paragraph = field.value.lastIndexOf('\n', index - 1) + 1
  const isLong = field.value.length > LONG && paragraph > field.value.length / 2
  copy.textContent = field.value.slice(isLong ? paragraph : 0, index)
  const mark = document.createElement('span')
  mark.textContent = '\u200b'
  copy.append(mark, isLong ? field.value.slice(index) : '')
  // Not beside the field, whose text would be laid out again with it.
  document.body.append(copy)
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const above = isLong ? field.scrollHeight - padding - copy.offsetHeight : 0
  // Its offsets are those in the copy, which is as wide as the field.
  const place = { left: mark.offsetLeft, top: above + mark.offsetTop - field.scrollTop, line: mark.offsetHeight }
  copy.remove()
  return place
}
