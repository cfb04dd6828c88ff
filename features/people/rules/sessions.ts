const LASTING = { hours: 30 * 24 }
const SEEN_AGAIN = { hours: 1 }
const RECENT = { minutes: 15 }

/** When a session ends that was used now: thirty days on. */
export function sessionExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add(LASTING)
}

/** Whether the use of a session or token is to be written down again: at most once an hour. */
export function isSeenLongAgo(seenAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return seenAt === null || Temporal.Instant.compare(seenAt.add(SEEN_AGAIN), now) <= 0
}

/** How long a browser keeps the cookie: longer than any session lasts unused, since its end moves with use on the server only. */
export function browserKeepsFor(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 400 * 24 })
}

/** Until when a session that proved whose it is may change how its person signs in. */
export function recentUntil(provedAt: Temporal.Instant): Temporal.Instant {
  return provedAt.add(RECENT)
}

/** Whether the proof of a session is recent enough for that. */
export function isRecent(provedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, recentUntil(provedAt)) < 0
}
