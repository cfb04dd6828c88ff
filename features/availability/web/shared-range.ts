const HALF_HOUR = 30 * 60_000
const HOURS = 72

/** Where a shared hour is looked for: three days from the next full or half hour on, which stays the same until then. */
export function sharedRange(now: Temporal.Instant): { from: string; to: string } {
  const from = Temporal.Instant.fromEpochMilliseconds(Math.ceil(now.epochMilliseconds / HALF_HOUR) * HALF_HOUR)
  return { from: from.toString(), to: from.add({ hours: HOURS }).toString() }
}
