import { conflict, Failure, invalid, notFound } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** How long what is in no post is kept, whole or not. */
export const KEPT_HOURS = 24
/** How much of one person's may be in no post: in files, and in how many times the largest file. */
export const MOST_WAITING = 200
export const WAITING_LIMITS = 10
/** What stays free on the disk whatever is uploaded, because the database is there as well. */
export const ROOM_LEFT = 200 * 1024 * 1024

/** Everything on disk that may be there of a file: as it came, and what is shown of an image. */
export const placesOf = (workspaceId: number, id: string) => [
  { workspaceId, id },
  { workspaceId, id, form: 'shown' },
  { workspaceId, id, form: 'preview' },
]

const LONGEST_NAME = 200
const anyType = 'application/octet-stream'

/** A name as it is shown and downloaded: without folders and what cannot be seen, and short enough for any disk, with its ending. */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim()
  if (seen === '' || /^\.+$/.test(seen)) return 'file'
  if (seen.length <= LONGEST_NAME) return seen
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(seen)?.[0] ?? ''
  return `${seen.slice(0, LONGEST_NAME - ending.length).trimEnd()}${ending}`.toWellFormed()
}

/** The name with another ending, where what is served is of another format than what was uploaded. */
export function withEnding(name: string, ending: string): string {
  const given = /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase()
  if (given === ending || (given === 'jpeg' && ending === 'jpg')) return name
  return `${given === undefined ? name : name.slice(0, -given.length - 1)}.${ending}`
}

/** A media type as it may be repeated, `application/octet-stream` for what is none. */
export function mediaTypeNamed(given: string): string {
  return /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,90}$/i.test(given) ? given.toLowerCase() : anyType
}

/** Files are whole, not empty, and at most `limit` bytes. */
export function ensureSize(size: number, limit: number): void {
  if (size === 0) throw invalid([{ path: 'Upload-Length', message: () => refusalText('fileEmpty') }])
  if (size > limit) throw tooLarge(limit)
}

export const tooLarge = (limit: number): Failure =>
  new Failure({
    code: 'file.too_large',
    status: 413,
    message: () => refusalText('fileTooLarge', { most: Math.floor(limit / 1024 / 1024) }),
  })

/** Bytes are added where the last ones ended. */
export function ensureOffset(upload: { readonly received: number }, offset: number): void {
  if (offset === upload.received) return
  throw conflict('upload.other_offset', () => refusalText('otherOffset', { received: upload.received }), {
    received: upload.received,
  })
}

export const moreThanSaid = (): Failure => new Failure({ code: 'upload.too_long', status: 413, message: () => refusalText('moreThanSaid') })

export const noRoom = (): Failure =>
  new Failure({
    code: 'file.no_room',
    status: 507,
    message: () => refusalText('noRoom'),
  })

export const tooManyWaiting = (): Failure => conflict('file.too_many_waiting', () => refusalText('tooManyWaiting'))

export const uploadGone = (): Failure => notFound('upload')

export const alreadyPosted = (path: string): Failure =>
  new Failure({
    code: 'file.already_posted',
    status: 409,
    message: () => refusalText('fileInOtherPostSo'),
    errors: [{ path, message: () => refusalText('fileInOtherPost') }],
  })

export const unfinished = (path: string): Failure =>
  new Failure({
    code: 'file.unfinished',
    status: 409,
    message: () => refusalText('fileUploadingSo'),
    errors: [{ path, message: () => refusalText('fileUploading') }],
  })
