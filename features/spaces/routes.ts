import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { addMember } from './commands/add-member.ts'
import { changeSpace } from './commands/change-space.ts'
import { followSpace } from './commands/follow-space.ts'
import { makeSpace } from './commands/make-space.ts'
import { removeMember } from './commands/remove-member.ts'
import * as audit from './contract/audit.ts'
import * as contract from './contract/space.ts'
import { getMembership } from './queries/get-membership.ts'
import { getSpace } from './queries/get-space.ts'
import { spaceVersion } from './queries/space-version.ts'
import { listAudit } from './queries/list-audit.ts'
import { listMembers } from './queries/list-members.ts'
import { listSpaces } from './queries/list-spaces.ts'

/** Spaces, who is in them, and how one follows them. */
export function addSpaceRoutes(app: App): void {
  handle(app, audit.listAudit, listAudit)
  handle(app, contract.listSpaces, listSpaces)
  handle(app, contract.makeSpace, { answer: makeSpace, again: getSpace })
  handle(app, contract.getSpace, { answer: getSpace, version: spaceVersion })
  handle(app, contract.changeSpace, { answer: changeSpace, again: getSpace, version: spaceVersion })
  handle(app, contract.followSpace, { answer: followSpace, again: getSpace })
  handle(app, contract.listMembers, listMembers)
  handle(app, contract.addMember, { answer: addMember, again: getMembership })
  handle(app, contract.removeMember, { answer: removeMember, again: getMembership })
}
