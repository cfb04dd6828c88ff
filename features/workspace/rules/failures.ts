import { conflict, type Failure } from '#platform/contract/failure.ts'

export const alreadySetUp = (): Failure =>
  conflict('setup.already_done', 'This Baton is set up already. Sign in, or ask an owner for an invitation.')
