import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { CalendarForm } from '../calendar-form.ts'
import { t } from './grid-texts.ts'

/** What the colours mean, and what pointer and keys do. */
export function GridHints({ withAway }: { withAway: boolean }) {
  const keys = [
    ['↑ ↓', t('keysMove')],
    ['Shift ↑ ↓', t('keysLength')],
    [
      <>
        <Icon name="arrow-left" size="sm" /> <Icon name="arrow-right" size="sm" />
      </>,
      t('keysDay'),
    ],
    ['J K', t('keysNext')],
    ['Enter', t('keysOpen')],
    ['N', t('keysAdd')],
    ['Del', t('keysRemove')],
  ] as const
  return (
    <div className="wk-hints">
      <div className="key">
        <span>
          <i className="k-work" />
          {t('work')}
        </span>
        <span>
          <i className="k-focus" />
          {t('focus')}
        </span>
        {withAway && (
          <span>
            <i className="k-away" />
            {t('away')}
          </span>
        )}
        {withAway && (
          <span>
            <i className="k-del" />
            {t('delivery')}
          </span>
        )}
      </div>
      <p className="hint wk-hints__mouse">{t('hintMouse')}</p>
      <p className="hint wk-hints__touch">{t('hintTouch')}</p>
      <p className="wk-hints__keys">
        {keys.map(([key, does]) => (
          <span key={does}>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
      </p>
    </div>
  )
}

/** What most begin with, for a week without hours. */
export function NineToFive({ onSet }: { onSet: (weekly: CalendarForm['weekly']) => void }) {
  const weekly = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00'] as [string, string]]]))
  return (
    <div className="wk-bare">
      <p className="quiet">{t('bare')}</p>
      <Button small onClick={() => onSet(weekly)}>
        {t('nineToFive')}
      </Button>
    </div>
  )
}
