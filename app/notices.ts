import type { NoticeRules } from '#features/availability/rules/notice.ts'
import { noticesOfAsks } from '#features/asks/notices.ts'
import { noticesOfAvailability } from '#features/availability/notices.ts'
import { noticesOfDelivery } from '#features/delivery/notices.ts'
import { noticesOfPeople } from '#features/people/notices.ts'
import { noticesOfSpaces } from '#features/spaces/notices.ts'
import { noticesOfThreads } from '#features/threads/notices.ts'
import { noticesOfTransfer } from '#features/transfer/notices.ts'
import { noticesOfWorkspace } from '#features/workspace/notices.ts'

/** Every event type of the product: whom it concerns and how, or why nobody. */
export const notices: NoticeRules = {
  ...noticesOfPeople,
  ...noticesOfWorkspace,
  ...noticesOfSpaces,
  ...noticesOfAvailability,
  ...noticesOfThreads,
  ...noticesOfAsks,
  ...noticesOfDelivery,
  ...noticesOfTransfer,
}
