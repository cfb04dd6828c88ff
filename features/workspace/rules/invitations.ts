/** An invitation can be accepted for fourteen days. */
export function invitationExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 14 * 24 })
}

/** How many mails one person may have sent to people outside, and how many one address may get. */
export function mailLimits(personId: string, email: string): { key: string; most: number; minutes: number }[] {
  return [
    { key: `invitation-mail:person:${personId}`, most: 200, minutes: 60 },
    { key: `invitation-mail:to:${email.toLowerCase()}`, most: 5, minutes: 24 * 60 },
  ]
}
