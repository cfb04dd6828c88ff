import { conflict, Failure, forbidden } from '#platform/contract/failure.ts'
import { namesVersion } from '#platform/contract/if-match.ts'

/** What has been deleted stays so. */
export function ensureThere(post: { readonly deleted: boolean }): void {
  if (post.deleted) throw conflict('post.deleted', 'This post was deleted. Write a new one.')
}

/** An edit names the version it was made against, when it names any: `"3"`, as `ETag` and `version` say. */
export function ensureSameVersion(ifMatch: string | null, version: number): void {
  if (namesVersion(ifMatch, String(version))) return
  throw new Failure({ code: 'post.changed', status: 412, message: 'This post was changed since you read it. Read it again, then edit it.' })
}

export const postNotYours = (): Failure =>
  forbidden('post.not_yours', 'Only whoever wrote a post may change it; owners and admins may delete it.')
