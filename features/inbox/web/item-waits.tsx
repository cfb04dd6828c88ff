import type { Waiting } from '#platform/browser/waiting.ts'
import { Notice } from '#ui/notice.tsx'
import { clearInbox } from '../contract.ts'
import { t } from './texts.ts'

/** That what was done with an item, or with all of them, waits to be sent, or was refused after it had waited. */
export function ItemWaits({ waiting }: { waiting: Waiting }) {
  const takeBack = (): void => void import('#platform/browser/outbox.ts').then((outbox) => outbox.takeBack(waiting))
  const back = (
    <button type="button" className="link" onClick={takeBack}>
      {t(waiting.refusal ? 'letGo' : 'takeBack')}
    </button>
  )
  if (waiting.refusal) return <Notice acts={back}>{t('refused', { why: String(waiting.refusal.problem['detail']) })}</Notice>
  return (
    <p className="item__why" role="status">
      <span className="quiet">{t(saidOf(waiting))}</span> {back}
    </p>
  )
}

function saidOf({ request }: Waiting) {
  if (request.name === clearInbox.name) return 'clearWaits'
  return request.body['state'] === 'done' ? 'doneWaits' : 'laterWaits'
}
