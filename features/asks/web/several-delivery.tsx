import { useQueries } from '@tanstack/react-query'
import { previewAttention } from '#features/availability/contract/preview.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { answerOptions } from '#platform/browser/use-answer.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { nameIn } from '../rules/owner.ts'
import { type AskDraft, previewOf } from './composing.ts'
import { SeveralLanes } from './delivery-lanes.tsx'
import { t } from './delivery-texts.ts'

interface SeveralDeliveryProps {
  readonly asks: readonly AskDraft[]
  readonly place: { readonly space: string | undefined; readonly at: string | null }
}

/** When each of several who are asked reads it, drawn; the first and the last of them by the sender's clock, said. */
export function SeveralDelivery({ asks, place }: SeveralDeliveryProps) {
  const manner = { zone: useMyZone(), now: useNow() }
  const answers = useQueries({ queries: asks.map((ask) => answerOptions(previewAttention, previewOf(ask, place))) })
  const previews = answers.flatMap(({ data }, index) => data?.items.filter(({ to }) => nameIn(to) === asks[index]?.to) ?? [])
  const each = [...new Map(previews.map((preview) => [nameIn(preview.to), preview])).values()]
  const read = each.flatMap(({ deliverAt }) => deliverAt ?? []).toSorted()
  const [earliest, latest] = [read[0], read.at(-1)]
  if (each.length < 2) return null
  return (
    <>
      {earliest && latest && earliest !== latest && (
        <p className="deliver__t">{t('several', { earliest: formatSoon(earliest, manner), latest: formatSoon(latest, manner) })}</p>
      )}
      <SeveralLanes previews={each} />
    </>
  )
}
