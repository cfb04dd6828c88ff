/** So much is kept of what is asked again and again; then all of it is let go of. */
const KEPT = 10_000

/** Keeps what a question with only one answer was answered. Returns the answer. */
export function remember<Key, Answer>(kept: Map<Key, Answer>, key: Key, answer: Answer): Answer {
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, answer)
  return answer
}
