const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08001', '08003'])

/** Whether an error means that PostgreSQL cannot be reached just now, rather than that a statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Its socket is not there. A file that is not there is another matter.
  const isSocketGone = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
  if (codes.has(code) || isSocketGone) return true
  return /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error/.test(error.message)
}

const CANCELED = '57014'

/** Whether a statement was ended because it took too long: what it was for may be asked again when there is less to do. */
export const isTooLong = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === CANCELED
