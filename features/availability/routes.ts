import { resendInvitation } from '#features/workspace/commands/resend-invitation.ts'
import { withdrawInvitation } from '#features/workspace/commands/withdraw-invitation.ts'
import { mayAdminister } from '#features/workspace/policy.ts'
import { getResent } from '#features/workspace/queries/get-resent.ts'
import type { Context } from '#platform/context.ts'
import { conflict, Failure } from '#platform/contract/failure.ts'
import type { App } from '#platform/http/app.ts'
import { handle, handleOpen } from '#platform/http/handle.ts'
import { permits } from '#platform/http/scopes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { acceptSwap } from './commands/accept-swap.ts'
import { addPerson } from './commands/add-person.ts'
import { addRotationMember } from './commands/add-rotation-member.ts'
import { addShift } from './commands/add-shift.ts'
import { changePerson } from './commands/change-person.ts'
import { changeRotation } from './commands/change-rotation.ts'
import { changeShift } from './commands/change-shift.ts'
import { endSwap } from './commands/end-swap.ts'
import { makeInvitation } from './commands/make-invitation.ts'
import { makeRotation } from './commands/make-rotation.ts'
import { offerSwap } from './commands/offer-swap.ts'
import { plannedOf, planShifts } from './commands/plan-shifts.ts'
import { putCalendar } from './commands/put-calendar.ts'
import { removeRotationMember } from './commands/remove-rotation-member.ts'
import { removeShift } from './commands/remove-shift.ts'
import { ensureNotSetUp, setUp } from './commands/set-up.ts'
import * as calendars from './contract/calendars.ts'
import * as days from './contract/days.ts'
import * as invitations from './contract/invitations.ts'
import * as people from './contract/people.ts'
import * as preview from './contract/preview.ts'
import * as rotations from './contract/rotations.ts'
import * as setup from './contract/setup.ts'
import * as shifts from './contract/shifts.ts'
import type { Shift } from './contract/shifts.ts'
import * as times from './contract/times.ts'
import { findOverlap } from './queries/find-overlap.ts'
import { getAvailability } from './queries/get-availability.ts'
import { getCalendar } from './queries/get-calendar.ts'
import { getInvitation } from './queries/get-invitation.ts'
import { getMe } from './queries/get-me.ts'
import { getOnCall } from './queries/get-on-call.ts'
import { getPerson } from './queries/get-person.ts'
import { readmeVersion } from './queries/readme-version.ts'
import { getRotation } from './queries/get-rotation.ts'
import { getSetup } from './queries/get-setup.ts'
import { getShift } from './queries/get-shift.ts'
import { listDays } from './queries/list-days.ts'
import { listInvitations } from './queries/list-invitations.ts'
import { listNext } from './queries/list-next.ts'
import { listPeople } from './queries/list-people.ts'
import { listRotations } from './queries/list-rotations.ts'
import { listShifts } from './queries/list-shifts.ts'
import { previewAttention } from './queries/preview-attention.ts'
import { rotationVersion } from './queries/rotation-version.ts'
import { refusalText } from './rules/refusal-texts.ts'

export interface AvailabilitySettings {
  /** Asked for at first run when Baton can be reached from other machines. */
  readonly setupCode: string | null
  /** What the codes of invitations are made from. */
  readonly secret: string
}

export function addAvailabilityRoutes(app: App, settings: AvailabilitySettings): void {
  addJoiningRoutes(app, settings)
  handle(app, people.getMe, getMe)
  handle(app, people.listPeople, listPeople)
  handle(app, people.addPerson, { answer: addPerson, again: getPerson })
  handle(app, people.getPerson, { answer: getPerson, version: readmeVersion })
  handle(app, people.changePerson, {
    answer: async (ctx, input, visit) => {
      if (input.role !== undefined || input.active !== undefined) ensureAdminScope(visit)
      return changePerson(ctx, input)
    },
    again: getPerson,
    version: readmeVersion,
  })
  handle(app, calendars.getCalendar, getCalendar)
  handle(app, calendars.putCalendar, { answer: putCalendar, again: getCalendar })
  handle(app, times.getAvailability, getAvailability)
  handle(app, preview.previewAttention, previewAttention)
  handle(app, times.findOverlap, findOverlap)
  handle(app, times.listNext, listNext)
  handle(app, days.listDays, listDays)
  addRotationRoutes(app)
}

function addRotationRoutes(app: App): void {
  handle(app, rotations.listRotations, listRotations)
  handle(app, rotations.makeRotation, { answer: makeRotation, again: getRotation })
  handle(app, rotations.getRotation, { answer: getRotation, version: rotationVersion })
  handle(app, rotations.changeRotation, { answer: changeRotation, again: getRotation, version: rotationVersion })
  handle(app, rotations.addRotationMember, { answer: addRotationMember, again: getRotation })
  handle(app, rotations.removeRotationMember, { answer: removeRotationMember, again: getRotation })
  handle(app, rotations.getOnCall, getOnCall)
  handle(app, shifts.listShifts, listShifts)
  handle(app, shifts.addShift, { answer: addShift, made: ({ id }) => id, again: shiftMade })
  handle(app, shifts.planShifts, { answer: planShifts, again: async (_, { slug: _slug, layer: _layer, ...pattern }) => plannedOf(pattern) })
  handle(app, shifts.getShift, getShift)
  handle(app, shifts.changeShift, { answer: changeShift, made: ({ id }) => id, again: shiftMade })
  handle(app, shifts.removeShift, { answer: removeShift, again: async () => ({}) })
  handle(app, shifts.offerSwap, { answer: offerSwap, again: getShift })
  handle(app, shifts.acceptSwap, { answer: acceptSwap, made: ({ id }) => id, again: shiftMade })
  handle(app, shifts.endSwap, { answer: endSwap, again: async () => ({}) })
}

const shiftMade = (ctx: Context, _: unknown, made: string | null): Promise<Shift> => getShift(ctx, { id: made ?? '' })

function addJoiningRoutes(app: App, { setupCode, secret }: AvailabilitySettings): void {
  const post = { serverSecret: secret, url: app.server.url, counts: app.server.db }
  handleOpen(app, setup.getSetup, (visit) => getSetup(visit, setupCode))
  handleOpen(app, setup.setUp, { answer: (visit, input) => setUp(visit, input, setupCode), first: ensureNotSetUp })
  handle(app, invitations.makeInvitation, {
    answer: async (ctx, input, visit) => {
      if (input.role !== 'guest') ensureAdminScope(visit)
      return makeInvitation(ctx, input, post)
    },
    again: refuseSecretAgain,
  })
  handle(app, invitations.listInvitations, listInvitations)
  handle(app, invitations.resendInvitation, { answer: (ctx, input) => resendInvitation(ctx, input, post.counts), again: getResent })
  handle(app, invitations.withdrawInvitation, { answer: withdrawInvitation, again: async () => ({}) })
  handleOpen(app, invitations.getInvitation, getInvitation)
  handleOpen(app, invitations.acceptInvitation, acceptInvitation)
}

/** One address serves what everybody does and what owners and admins decide; their tokens need the wider scope for the latter. */
function ensureAdminScope({ identity }: Visit): void {
  if (!identity?.scopes || !mayAdminister(identity.role) || permits(identity.scopes, 'people:admin')) return
  throw new Failure({
    code: 'token.too_narrow',
    status: 403,
    message: () => refusalText('needsAdminScope'),
  })
}

async function refuseSecretAgain(): Promise<never> {
  throw conflict('idempotency.secret', () => refusalText('secretOnce'))
}
