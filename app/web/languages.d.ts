/** Texts of a language, as the build makes them. */
declare module 'virtual:languages/*' {
  import type { Translations } from '#platform/text/reader.ts'
  export const texts: Translations
}

/** The guide of a language, as the build makes it. */
declare module 'virtual:guide/*' {
  import type { Guide } from './guide.ts'
  export const guide: Guide
}
