/** Where in an archive what stands: the folder that it was packed in, and its days in order. */
export interface SlackLayout {
  /** What stands before every name, such as `export/`; most often nothing. */
  readonly root: string
  /** The days of channels, oldest first; of one day all files, in the order of their names. */
  readonly days: readonly (readonly DayFile[])[]
  /** Files that are no day of a channel and none of those an import reads. */
  readonly others: readonly string[]
}

export interface DayFile {
  readonly name: string
  readonly folder: string
  readonly day: string
}

const lists = new Set(['users.json', 'org_users.json', 'channels.json', 'groups.json', 'dms.json', 'mpims.json'])
const asPacked = /^(__MACOSX\/|.*\/\.|\.)/

/** How an export is laid out, or null when these names are not those of one. */
export function slackLayout(names: Iterable<string>): SlackLayout | null {
  const files = [...names].filter((name) => !asPacked.test(name))
  const root = rootOf(files)
  if (root === null) return null
  const within = files.filter((name) => name.startsWith(root)).map((name) => name.slice(root.length))
  const days = within.flatMap((name) => dayOf(name, root))
  const byDay = Map.groupBy(days.toSorted(inOrder), ({ day }) => day)
  return { root, days: [...byDay.values()], others: within.filter((name) => !lists.has(name) && dayOf(name, root).length === 0) }
}

/** Exports are packed anew by hand, with the folder that held them. */
function rootOf(files: readonly string[]): string | null {
  const roots = files
    .filter((name) => /(^|\/)users\.json$/.test(name) && name.split('/').length <= 2)
    .map((name) => name.slice(0, -'users.json'.length))
  const whole = roots.filter((root) => files.includes(`${root}channels.json`) || files.includes(`${root}groups.json`))
  return whole.toSorted((one, other) => one.length - other.length)[0] ?? null
}

function dayOf(name: string, root: string): DayFile[] {
  const found = /^([^/]+)\/([^/]+)\.json$/.exec(name)
  return found ? [{ name: `${root}${name}`, folder: found[1] ?? '', day: found[2] ?? '' }] : []
}

const inOrder = (one: DayFile, other: DayFile): number =>
  one.day === other.day ? (one.name < other.name ? -1 : 1) : one.day < other.day ? -1 : 1
