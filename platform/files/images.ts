import type { SharpConstructor } from 'sharp'

/** What is shown of an image: nothing of the file it was made from is in it but its pixels. */
export interface ShownImage {
  readonly bytes: Uint8Array
  /** The same, small, and standing still. */
  readonly preview: Uint8Array
  readonly mediaType: string
  /** Without a dot. */
  readonly ending: string
  readonly width: number
  readonly height: number
}

/** What a large camera makes; a page of a book at 600 dots an inch. */
const MOST_PIXELS = 50_000_000
const LARGEST_SIDE = 2560
/** Twice the width of the column it stands in. */
const PREVIEW_SIDE = 1280
const PATIENCE_SECONDS = 30

const formats: Record<string, { readonly as: 'jpeg' | 'png' | 'webp'; readonly ending: string }> = {
  jpeg: { as: 'jpeg', ending: 'jpg' },
  png: { as: 'png', ending: 'png' },
  webp: { as: 'webp', ending: 'webp' },
  gif: { as: 'webp', ending: 'webp' },
  heif: { as: 'webp', ending: 'webp' },
}

let lastOne: Promise<unknown> = Promise.resolve()

/**
 * Makes anew what an image file shows, upright and no larger than a screen, without anything else that stands in the file. Null for what is no
 * image that can be shown: another format, a broken one, too many pixels. One at a time, because each takes memory by its pixels.
 */
export function showImage(path: string): Promise<ShownImage | null> {
  const next = lastOne.then(() => madeAnew(path).catch(nullIfRefused))
  lastOne = next.catch(() => {})
  return next
}

async function madeAnew(path: string): Promise<ShownImage | null> {
  const sharp = await loadSharp()
  const read = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const
  const found = await sharp(path, { ...read, pages: -1 }).metadata()
  const format = formats[found.format]
  if (!format || (found.width ?? 0) * (found.height ?? 0) > MOST_PIXELS) return null
  const moves = (found.pages ?? 1) > 1 && (found.format === 'gif' || found.format === 'webp')
  const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
  const shown = await sharp(path, { ...read, pages: moves ? -1 : 1 })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize(within(LARGEST_SIDE))
    .toFormat(format.as, { quality: 85, ...(moves ? { effort: 0 } : {}) })
    .toBuffer({ resolveWithObject: true })
  const preview = await sharp(shown.data, { pages: 1 }).resize(within(PREVIEW_SIDE)).webp({ quality: 80 }).toBuffer()
  const { width, pageHeight, height } = shown.info
  return { bytes: shown.data, preview, mediaType: `image/${format.as}`, ending: format.ending, width, height: pageHeight ?? height }
}

/** Loaded with the first image: until then it takes no memory. Of all that it can read, only what browsers show. */
async function loadSharp(): Promise<SharpConstructor> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].flatMap((name) => [`VipsForeignLoad${name}File`, `VipsForeignLoad${name}Buffer`]),
  })
  return sharp
}

/** Whatever is wrong with an image, it is not shown; that there is no such file is nothing of the image. */
function nullIfRefused(error: NodeJS.ErrnoException): null {
  if (error.code !== undefined || /missing/i.test(error.message)) throw error
  return null
}
