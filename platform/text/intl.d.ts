declare namespace Intl {
  interface Locale {
    /** The zones of its region; not in every browser yet. */
    getTimeZones?(): string[] | undefined
  }
}
