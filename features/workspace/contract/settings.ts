import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { title } from '#platform/contract/shapes.ts'

export const WorkspaceSettings = z.object({
  name: z.string(),
  slug: z.string(),
  /** After how many exchanges between the same two people a thread says so. */
  backAndForth: z.number(),
})
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>

export const getSettings = endpoint({
  name: 'getSettings',
  method: 'GET',
  path: '/admin/settings',
  summary: 'What holds for the whole workspace; for owners and admins.',
  access: 'workspace:admin',
  output: WorkspaceSettings,
  failures: ['workspace.not_administrator'],
})

export const changeSettings = endpoint({
  name: 'changeSettings',
  method: 'PATCH',
  path: '/admin/settings',
  summary: 'Changes what holds for the whole workspace; for owners and admins.',
  access: 'workspace:admin',
  body: z.strictObject({
    name: title(100).optional(),
    backAndForth: z.number().int().min(2).max(20).optional(),
  }),
  output: WorkspaceSettings,
  failures: ['workspace.not_administrator'],
})
