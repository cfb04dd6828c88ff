import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { draftText, keepDraft, onDraftPut } from './drafts.ts'
import { restore } from './kept-drafts.ts'

/** Something being written, kept on this device under a key until it is let go; survives closing the page, and the end of the browser. */
export function useDraft<Value>(key: string, empty: Value): readonly [value: Value, set: Dispatch<SetStateAction<Value>>] {
  const [draft, setDraft] = useState(() => ({ key, value: kept(key, empty) }))
  const current = draft.key === key ? draft : { key, value: kept(key, empty) }
  const { value } = current
  useEffect(() => {
    keepDraft(key, () => {
      const text = JSON.stringify(value)
      return text === JSON.stringify(empty) ? null : text
    })
    // oxlint-disable-next-line react/exhaustive-deps -- what is empty is the same for a key, and made anew each time
  }, [key, value])
  useEffect(() => {
    void restore(key)
    return onDraftPut(key, () => setDraft({ key, value: kept(key, empty) }))
    // oxlint-disable-next-line react/exhaustive-deps -- what is empty is the same for a key, and made anew each time
  }, [key])
  const set: Dispatch<SetStateAction<Value>> = (next) =>
    setDraft((before) => {
      const value = before.key === key ? before.value : kept(key, empty)
      return { key, value: typeof next === 'function' ? (next as (value: Value) => Value)(value) : next }
    })
  return [value, set]
}

function kept<Value>(key: string, empty: Value): Value {
  try {
    const text = draftText(key)
    return text === null ? empty : { ...empty, ...(JSON.parse(text) as Partial<Value>) }
  } catch {
    return empty
  }
}
