import { Failure } from './failure.ts'
import { refusalText } from './refusal-texts.ts'

/** The version that `If-Match` names; null where none is named. What follows a dot in a tag belongs to no version; a header that names nothing known is ''. */
export function versionNamed(ifMatch: string | null): string | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null
  return /^(?:W\/)?"([^".]+)(?:\.[\w-]+)?"$/.exec(ifMatch.trim())?.[1] ?? ''
}

/** Whether a change may be made to what stands at this version: the request names none, or that one. */
export function namesVersion(ifMatch: string | null, version: string): boolean {
  const named = versionNamed(ifMatch)
  return named === null || named === version
}

/** Refuses with 412 a change of what is not as the request says that it was seen. */
export function ensureSeen(ifMatch: string | null, { version, code }: { version: string; code: string }): void {
  if (!namesVersion(ifMatch, version)) throw changedSince(code)
}

export const changedSince = (code: string): Failure => new Failure({ code, status: 412, message: () => refusalText('changedSince') })
