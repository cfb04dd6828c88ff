/** Whether a change may be made to what stands at this version: the request names none, or that one. What follows a dot in a tag belongs to no version. */
export function namesVersion(ifMatch: string | null, version: string): boolean {
  if (ifMatch === null || ifMatch.trim() === '*') return true
  return /^(?:W\/)?"([^".]+)(?:\.[\w-]+)?"$/.exec(ifMatch.trim())?.[1] === version
}
