import { type ReactNode, useMemo } from 'react'
import { ZoneField } from '#features/people/web/zone-field.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Check } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import { getCalendar } from '../contract/calendars.ts'
import { type CalendarForm, formOf } from './calendar-form.ts'
import { AwayEditor, OverridesEditor, TravelEditor } from './date-editors.tsx'
import { DeliveriesEditor } from './deliveries-editor.tsx'
import { t } from './hours-texts.ts'
import { AheadPart } from './hours/ahead-part.tsx'
import { refusalOf } from './hours/calendar-parts.ts'
import { ConflictNotice } from './hours/conflict-notice.tsx'
import { t as h } from './hours/holiday-texts.ts'
import { HolidaysPart } from './hours/holidays-part.tsx'
import { refusalText } from './hours/refusal-text.ts'
import { useEdits } from './hours/use-edits.ts'
import { useHolidays } from './hours/use-holidays.ts'
import { useSave } from './hours/use-save.ts'
import { WeekPart } from './hours/week-part.tsx'
import { SettingsCrumb } from './settings-crumb.tsx'
import style from './hours/hours.css?url'

/** The reader's own calendar, to be set. */
export function HoursPage() {
  const { data, error, refetch } = useAnswer(getCalendar, { handle: 'me' })
  if (error && !data) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--hours">
      <link rel="stylesheet" href={style} precedence="page" />
      <SettingsCrumb />
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      {data ? <HoursForm kept={data} /> : <Skeleton shape="lanes" count={7} />}
    </div>
  )
}

function HoursForm({ kept }: { kept: OutputOf<typeof getCalendar> }) {
  const form = useMemo(() => formOf(kept), [kept])
  const edits = useEdits(form)
  const { calendar, edit, elsewhere, isChanged, depth } = edits
  const { save, error, isPending, isStale } = useSave(edits)
  const now = useNow()
  const holidays = useHolidays()
  const change = (over: Partial<CalendarForm>): void => {
    const next = { ...calendar, ...over }
    const refusal = refusalOf(next)
    if (refusal) showToast({ text: refusalText(refusal) })
    else edit(next)
  }
  useShortcut(depth > 0 ? 'z' : null, { label: t('undo'), group: t('keysGroup') }, edits.undo)
  const errorOf = (path: string): string | undefined =>
    error?.errors.find((each) => each.path === path || each.path.startsWith(`${path}.`))?.message
  const today = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()
  const soon = Temporal.PlainDate.from(today).add({ days: 7 }).toString()
  const withToast = (next: CalendarForm, text: string): void => {
    const refusal = refusalOf(next)
    if (refusal) return showToast({ text: refusalText(refusal) })
    edit(next)
    showToast({ text, undo: edits.undo })
  }
  const editor = { calendar, errorOf, onChange: change, soon }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {!kept.hoursSet && <Notice tone="plain">{t('notSet')}</Notice>}
      {elsewhere && <ConflictNotice joined={elsewhere} theirs={form} onSettle={edits.settle} />}
      <Part title={t('week')}>
        <ZoneField label={t('zone')} value={calendar.timeZone} error={errorOf('timeZone')} onChange={(timeZone) => change({ timeZone })} />
        <WeekPart edits={edits} holidays={holidays.names} errorOf={errorOf} onList={goToList} onUndo={edits.undo} />
      </Part>
      <Part title={t('ahead')} more={t('aheadMore')}>
        <AheadPart calendar={calendar} isChanged={isChanged} />
      </Part>
      <Part title={t('deliveries')} more={t('deliveriesMore')}>
        <DeliveriesEditor deliveries={calendar.deliveries} onChange={(deliveries) => change({ deliveries })} />
      </Part>
      <Part id="away" title={t('away')} more={t('awayMore')}>
        <AwayEditor {...editor} />
      </Part>
      <Part id="travel" title={t('travel')} more={t('travelMore')}>
        <TravelEditor {...editor} />
      </Part>
      <Part title={h('title')} more={h('more')}>
        <HolidaysPart holidays={holidays} calendar={calendar} today={today} onTake={withToast} />
      </Part>
      <Part title={t('overrides')} more={t('overridesMore')}>
        <OverridesEditor {...editor} />
      </Part>
      <Part title={t('urgent')}>
        <Check
          label={t('urgentOutside')}
          hint={t('urgentMore')}
          checked={calendar.urgentOutside}
          onChange={(event) => change({ urgentOutside: event.target.checked })}
        />
      </Part>
      {error && <Notice tone="stop">{error.errors.length === 0 ? error.message : t('seeMarked')}</Notice>}
      {isStale && elsewhere && <Notice tone="stop">{t('notSavedElsewhere')}</Notice>}
      <div className="form-foot form-foot--sticky">
        <Button kind="main" type="submit" busy={isPending}>
          {t('save')}
        </Button>
        {isChanged && <p className="hint">{t('unsaved')}</p>}
        {isChanged && (
          <Button kind="bare" small onClick={() => edit(form)}>
            {t('letGo')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** To the newest entry of a list, once it stands there. */
function goToList(list: string): void {
  requestAnimationFrame(() => {
    const part = document.getElementById(list)
    part?.scrollIntoView()
    part?.querySelector<HTMLElement>('.dates:last-of-type input')?.focus()
  })
}

function Part({ id, title, more, children }: { id?: string; title: string; more?: string; children: ReactNode }) {
  return (
    <section className="part" id={id}>
      <h2 className="sec">{title}</h2>
      {more && <p className="hint">{more}</p>}
      {children}
    </section>
  )
}
