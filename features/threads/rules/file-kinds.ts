export const fileKinds = ['image', 'audio', 'video', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a file is by its own first bytes, and the media type it is served as. What is not named here is only handed out, never shown. */
export interface Recognised {
  readonly kind: FileKind
  readonly mediaType: string
}

/** How many bytes of a file's beginning `recognise` looks at. */
export const TELLING_BYTES = 32

const sounds: Record<string, string> = { OggS: 'ogg', fLaC: 'flac' }
const other: Recognised = { kind: 'other', mediaType: 'application/octet-stream' }
const image: Recognised = { kind: 'image', mediaType: 'application/octet-stream' }
const audio = (subtype: string): Recognised => ({ kind: 'audio', mediaType: `audio/${subtype}` })
const video = (subtype: string): Recognised => ({ kind: 'video', mediaType: `video/${subtype}` })

/**
 * Recognises a file by how it begins. What was `claimed` counts only where one container holds sound or moving pictures. An image is one
 * once it could be made anew, so that no media type is said of it here.
 */
export function recognise(beginning: Uint8Array, claimed: string): Recognised {
  const text = (from: number, to: number): string => String.fromCharCode(...beginning.subarray(from, to))
  if (isImage(beginning, text)) return image
  const either = claimed.startsWith('audio/') ? audio : video
  if (text(4, 8) === 'ftyp') return ofBrand(text(8, 12), either)
  if (text(0, 4) === '\x1aE\xdf\xa3') return either('webm')
  if (text(0, 4) === 'OggS' && claimed.startsWith('video/')) return video('ogg')
  const sound = sounds[text(0, 4)]
  if (sound) return audio(sound)
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return audio('wav')
  const isMp3 = text(0, 3) === 'ID3' || (beginning[0] === 0xff && ((beginning[1] ?? 0) & 0xe6) === 0xe2)
  return isMp3 ? audio('mpeg') : other
}

function isImage(beginning: Uint8Array, text: (from: number, to: number) => string): boolean {
  const brand = text(4, 8) === 'ftyp' ? text(8, 12) : ''
  return (
    (beginning[0] === 0xff && beginning[1] === 0xd8 && beginning[2] === 0xff) ||
    text(0, 8) === '\x89PNG\r\n\x1a\n' ||
    text(0, 4) === 'GIF8' ||
    (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') ||
    ['avif', 'avis', 'heic', 'heix', 'mif1', 'msf1'].includes(brand)
  )
}

function ofBrand(brand: string, either: (subtype: string) => Recognised): Recognised {
  if (brand === 'M4A ' || brand === 'M4B ') return audio('mp4')
  return brand === 'qt  ' ? video('quicktime') : either('mp4')
}
