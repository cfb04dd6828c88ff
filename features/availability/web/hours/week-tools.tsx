import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { dateOf, dayOf } from '../../rules/dates.ts'
import type { Kind } from './columns.ts'
import { t } from './grid-texts.ts'

interface WeekToolsProps {
  readonly first: string
  /** Weeks from this one; null for the usual week. */
  readonly offset: number | null
  readonly onShow: (offset: number | null) => void
  readonly tool: Kind
  readonly onTool: (tool: Kind) => void
  readonly canUndo: boolean
  readonly onUndo: () => void
}

/** Which week is shown, and what a drag draws on it. */
export function WeekTools({ first, offset, onShow, tool, onTool, canUndo, onUndo }: WeekToolsProps) {
  const text = (date: string): string => formatDate(`${date}T12:00:00Z`, { zone: 'UTC' })
  const tools = [
    { value: 'work' as const, label: t('work') },
    { value: 'focus' as const, label: t('focus') },
    ...(offset === null ? [] : [{ value: 'away' as const, label: t('away') }]),
  ]
  return (
    <div className="wk-tools">
      <Segmented
        label={t('whichWeek')}
        value={offset === null ? 'usual' : 'dates'}
        options={[
          { value: 'usual', label: t('usual') },
          { value: 'dates', label: t('byDate') },
        ]}
        onChange={(value) => onShow(value === 'usual' ? null : 0)}
      />
      <Segmented label={t('tool')} value={tool} options={tools} onChange={onTool} />
      <Button small kind="bare" icon="undo-2" keys="z" disabled={!canUndo} onClick={onUndo}>
        {t('undo')}
      </Button>
      {offset !== null && (
        <div className="wk-tools__step">
          <Button icon="chevron-left" aria-label={t('weekBefore')} title={t('weekBefore')} onClick={() => onShow(offset - 1)} />
          <Button aria-pressed={offset === 0} onClick={() => onShow(0)}>
            {t('thisWeek')}
          </Button>
          <Button icon="chevron-right" aria-label={t('weekAfter')} title={t('weekAfter')} onClick={() => onShow(offset + 1)} />
          <p className="num">{t('weekOf', { from: text(first), to: text(dateOf(dayOf(first) + 6)) })}</p>
        </div>
      )}
    </div>
  )
}
