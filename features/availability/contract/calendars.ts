import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { Calendar } from './calendar.ts'

const params = z.object({ handle: z.string().min(1).max(64) })
const Kept = Calendar.extend({ hoursSet: z.boolean() })

export const getCalendar = endpoint({
  name: 'getCalendar',
  method: 'GET',
  path: '/people/:handle/calendar',
  summary: 'When a person works, whole. Whoever sees the person may read it: it is what asks are planned by.',
  access: 'people:read',
  params,
  output: Kept,
  failures: ['person.not_found'],
})

export const putCalendar = endpoint({
  name: 'putCalendar',
  method: 'PUT',
  path: '/people/:handle/calendar',
  summary:
    'Replaces your own calendar. What is left out is its default; timeZone and weekly are required. What is planned for you is planned anew.',
  access: 'people:write',
  params,
  body: Calendar,
  output: Kept,
  failures: ['person.not_found', 'calendar.not_yours'],
})
