import { reader } from '#platform/text/reader.ts'
import type { DigestMail } from './digest.ts'

type Write<Part, Written> = (mail: DigestMail, part: Part) => Written

/**
 * As `write`, for a part that is told to many: written once for all who read it in the same language. It may tell nothing else of a mail than the
 * address people use, no time and no name of its reader.
 */
export function writtenAlike<Part extends object, Written>(write: Write<Part, Written>): Write<Part, Written> {
  const kept = new WeakMap<Part, Map<string, Written>>()
  return (mail, part) => {
    const { locale } = reader()
    const ofPart = kept.get(part) ?? new Map<string, Written>()
    const written = ofPart.get(locale) ?? write(mail, part)
    kept.set(part, ofPart.set(locale, written))
    return written
  }
}
