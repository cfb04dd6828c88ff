import { listDays } from '../contract/days.ts'
import { getMe, getPerson, listPeople } from '../contract/people.ts'

/** What shows something else once a person has changed. */
export const showsPeople = [getMe, getPerson, listPeople, listDays]
