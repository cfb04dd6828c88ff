import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Draws the icons of the installed app from the mark: the baton, one half in a hand, the other on its way to the next. */
const folder = join(import.meta.dirname, '../app/web/public')
const paper = '#FBFAF8'

interface Drawing {
  readonly corner: number
  /** How much of the side the mark takes. */
  readonly part: number
}

function draw({ corner, part }: Drawing): string {
  const edge = (24 - 24 * part) / 2
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="5.2" stroke-linecap="round">',
    `<rect width="24" height="24" rx="${corner}" fill="${paper}"/>`,
    `<g transform="translate(${edge} ${edge}) scale(${part})">`,
    '<path d="M5.2 18.8 10.6 13.4" stroke="#1D2025"/>',
    '<path d="M14.6 9.4 18.8 5.2" stroke="#9A6F0E"/>',
    '</g></svg>\n',
  ].join('')
}

const own = draw({ corner: 5, part: 1 })
// What a system cuts to its own shape fills the square, with the mark in the middle four fifths.
const whole = draw({ corner: 0, part: 0.72 })

const png = (svg: string, size: number, name: string): Promise<unknown> =>
  sharp(Buffer.from(svg), { density: 72 * (size / 24) })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(join(folder, name))

await writeFile(join(folder, 'icon.svg'), own)
await png(own, 192, 'icon-192.png')
await png(own, 512, 'icon-512.png')
await png(whole, 512, 'icon-maskable-512.png')
await png(whole, 180, 'icon-180.png')
