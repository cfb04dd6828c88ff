/** Texts of a language, as the build makes them. */
declare module 'virtual:languages/*' {
  import type { Translations } from '#platform/text/reader.ts'
  export const texts: Translations
}
