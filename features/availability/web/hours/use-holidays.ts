import { useState } from 'react'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { MOST_BYTES, readHolidays } from './holiday-file.ts'
import type { HolidayFile } from './named-days.ts'

interface KeptFile extends HolidayFile {
  /** Empty while no file was chosen. */
  readonly file: string
}

const HOLIDAYS_DRAFT = 'hours-holidays'
const none: KeptFile = { file: '', days: [], skipped: [] }

export interface Holidays {
  readonly kept: KeptFile
  readonly names: ReadonlyMap<string, string>
  readonly failed: 'tooLarge' | 'unread' | null
  readonly choose: (file: File, today: string) => Promise<void>
  readonly putAway: () => void
}

/** The holidays of a file that was chosen: read here, and kept on this device until they are put away. */
export function useHolidays(): Holidays {
  const [kept, setKept] = useDraft(HOLIDAYS_DRAFT, none)
  const [failed, setFailed] = useState<Holidays['failed']>(null)
  const choose = async (file: File, today: string): Promise<void> => {
    if (file.size > MOST_BYTES) return setFailed('tooLarge')
    const text = await file.text().catch(() => null)
    setFailed(text === null ? 'unread' : null)
    if (text !== null) setKept({ file: file.name, ...readHolidays(text, today) })
  }
  return {
    kept,
    names: new Map(kept.days.map(({ date, name }) => [date, name])),
    failed,
    choose,
    putAway: () => letGoOfDraft(HOLIDAYS_DRAFT),
  }
}
