const UNIQUE_VIOLATION = '23505'

/** Whether an error is PostgreSQL refusing a second row for one key, optionally for one named constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return false
  return constraint === undefined || ('constraint' in error && error.constraint === constraint)
}
