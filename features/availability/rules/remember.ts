const LIMIT = 512

/** Keeps a derived value for the next time. When much has been kept, all of it is let go: it can be derived again. */
export function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= LIMIT) memory.clear()
  memory.set(key, value)
  return value
}
