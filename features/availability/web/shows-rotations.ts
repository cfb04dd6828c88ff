import { getOnCall, getRotation, listRotations } from '../contract/rotations.ts'
import { listShifts } from '../contract/shifts.ts'

/** What shows something else once a rotation or a shift has changed. */
export const showsRotations = [listRotations, getRotation, getOnCall, listShifts]
