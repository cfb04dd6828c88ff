import type { Preview } from '#features/availability/contract/preview.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { nameIn } from '../rules/owner.ts'
import { t } from './delivery-texts.ts'

interface CoverOfferProps {
  readonly preview: Preview
  readonly cover: NonNullable<Preview['cover']>
  readonly onAskInstead: (to: string) => void
}

/** Whoever is asked would be away: who stands in, when it would come to them and be due, and one press to ask them instead. */
export function CoverOffer({ preview, cover, onAskInstead }: CoverOfferProps) {
  const manner = { zone: useMyZone(), now: useNow() }
  const [away, name] = [preview.to.name, cover.to.name]
  const times = {
    reads: cover.deliverAt ? formatSoon(cover.deliverAt, manner) : '',
    due: cover.due ? formatSoon(cover.due, manner) : '',
  }
  return (
    <>
      <p className="deliver__t">{cover.deliverAt && cover.due ? t('coverReads', { away, name, ...times }) : t('covers', { away, name })}</p>
      <span className="acts">
        <Button small onClick={() => onAskInstead(nameIn(cover.to))}>
          {t('askInstead', { name })}
        </Button>
      </span>
    </>
  )
}
