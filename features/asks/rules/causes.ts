import type { LossCause, WithdrawalCause } from '../events.ts'

/** What Baton gives as the reason when it takes an ask back. Also how the reason is kept. */
export const withdrawalReasons: Readonly<Record<WithdrawalCause, string>> = {
  post_deleted: 'The post it was made in was deleted.',
  space_archived: 'The space was archived.',
  deactivated: 'Whoever had it no longer has an account here, and nobody is left to take it.',
  cannot_read: 'Whoever had it may no longer read the thread, and nobody is left to take it.',
  nobody_left: 'Nobody is left in the space that had it, or anywhere else to take it.',
}

/** What Baton gives as the reason when an ask that has not come goes to somebody else with the shifts. Also how the reason is kept. */
export const shiftsChanged = 'Whoever is on call when it comes has it.'

/** What Baton gives as the reason when an ask leaves its owner. Also how the reason is kept. */
export const lossReasons: Readonly<Record<LossCause, string>> = {
  deactivated: 'Whoever had it no longer has an account here.',
  cannot_read: 'Whoever had it may no longer read the thread.',
  nobody_left: 'Nobody is left in the space that had it.',
}
