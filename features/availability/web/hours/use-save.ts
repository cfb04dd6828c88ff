import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOptions } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { showToast } from '#ui/toast.tsx'
import { getCalendar, putCalendar } from '../../contract/calendars.ts'
import { listDays } from '../../contract/days.ts'
import { getMe, getPerson, listPeople } from '../../contract/people.ts'
import { formOf } from '../calendar-form.ts'
import { t } from '../hours-texts.ts'
import { isSame } from './calendar-parts.ts'
import type { Edits } from './use-edits.ts'

const shown = [getCalendar, listDays, getMe, getPerson, listPeople]

/** Saves what stands on the page, unless what is kept was changed elsewhere since: then that is shown first. */
export function useSave({ calendar, base, done }: Edits) {
  const client = useQueryClient()
  const options = answerOptions(getCalendar, { handle: 'me' })
  const send = useSend(putCalendar, { refreshes: shown })
  const [isChecking, setChecking] = useState(false)
  const [isStale, setStale] = useState(false)
  const put = (): void =>
    send.mutate(
      { handle: 'me', ...calendar },
      {
        onSuccess: (kept) => {
          client.setQueryData(options.queryKey, kept)
          done(calendar, formOf(kept))
          showToast({ text: t('saved') })
        },
      },
    )
  const save = async (): Promise<void> => {
    setChecking(true)
    // Without a network it cannot be known, and sending waits for one.
    const kept = navigator.onLine ? await client.fetchQuery({ ...options, staleTime: 0 }).catch(() => null) : null
    setChecking(false)
    const isElsewhere = kept !== null && !isSame(formOf(kept), base) && !isSame(formOf(kept), calendar)
    setStale(isElsewhere)
    if (!isElsewhere) put()
  }
  return { save, error: send.error, isPending: isChecking || send.isPending, isStale }
}
