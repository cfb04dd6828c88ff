import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, uuid } from '#platform/contract/shapes.ts'

/** What a push says to the browser that gets it: one line, and where it leads. A newer one with the same tag takes its place. */
export interface PushLine {
  readonly line: string
  /** Below the address people use, such as `/` or `/threads/118`. */
  readonly to: string
  readonly tag: string
}

/** A browser in which somebody turned pushes on. */
const PushDevice = z.object({
  id: z.string(),
  userAgent: z.string(),
  at: instant,
  /** When the last push left for it; null when none did. */
  pushedAt: instant.nullable(),
  /** It is the one that asks. */
  current: z.boolean(),
})
export type PushDevice = z.output<typeof PushDevice>

/** Until when none is sent to any of them; null when they are not paused. */
const pausedUntil = instant.nullable()

export const Push = z.object({
  /** What a browser subscribes with: the key that this server signs by. */
  publicKey: z.string(),
  /** Your devices, the newest first. */
  devices: z.array(PushDevice),
  pausedUntil,
})
export type Push = z.output<typeof Push>

export const getPush = endpoint({
  name: 'getPush',
  method: 'GET',
  path: '/push',
  summary: 'On which of your devices deliveries come as a push, and what a browser needs to become one of them.',
  access: 'inbox:read',
  output: Push,
})

export const addPushDevice = endpoint({
  name: 'addPushDevice',
  method: 'POST',
  path: '/push/devices',
  summary: 'Lets deliveries come as a push to the browser that asks, for as long as you are signed in there. Ten devices at most.',
  access: 'session',
  body: z.strictObject({
    /** As a browser’s `PushSubscription` has them. */
    endpoint: z.string().max(2000),
    keys: z.strictObject({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
  output: PushDevice,
  status: 201,
  failures: ['push.too_many_devices'],
})

export const removePushDevice = endpoint({
  name: 'removePushDevice',
  method: 'DELETE',
  path: '/push/devices/:id',
  summary: 'Ends pushes to one of your devices.',
  access: 'inbox:write',
  params: z.object({ id: uuid }),
  output: z.object({}),
  failures: ['device.not_found'],
})

const Paused = z.object({ pausedUntil })
export type Paused = z.output<typeof Paused>

export const pausePush = endpoint({
  name: 'pausePush',
  method: 'PUT',
  path: '/push/pause',
  summary: 'Ends pushes to all your devices for a week. After that they come again by themselves.',
  access: 'inbox:write',
  output: Paused,
})

export const resumePush = endpoint({
  name: 'resumePush',
  method: 'DELETE',
  path: '/push/pause',
  summary: 'Lets pushes come again at once.',
  access: 'inbox:write',
  output: Paused,
})
