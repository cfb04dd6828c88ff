import { conflict, Failure, forbidden } from '#platform/contract/failure.ts'
import { namesVersion } from '#platform/contract/if-match.ts'
import { refusalText } from './refusal-texts.ts'

/** What has been deleted stays so. */
export function ensureThere(post: { readonly deleted: boolean }): void {
  if (post.deleted) throw conflict('post.deleted', () => refusalText('postDeleted'))
}

/** An edit names the version it was made against, when it names any: `"3"`, as `ETag` and `version` say. */
export function ensureSameVersion(ifMatch: string | null, version: number): void {
  if (namesVersion(ifMatch, String(version))) return
  throw new Failure({
    code: 'post.changed',
    status: 412,
    message: () => refusalText('postChanged'),
  })
}

export const postNotYours = (): Failure => forbidden('post.not_yours', () => refusalText('postNotYours'))
