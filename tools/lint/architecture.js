/**
 * The architecture as tables. Imports flow app → features → platform | ui; within features they flow down the list below.
 * To allow something new, change a table here: that is a decision, and it is seen in review.
 */

const who = ['people', 'workspace']
const whereAndWhen = ['spaces', 'availability']
const content = ['threads', 'handbook', 'forms']
const practice = ['asks', 'tasks', 'proposals', 'rituals', 'meetings']
const reaching = ['inbox', 'delivery']

const aboveContent = [...who, ...whereAndWhen]
const abovePractice = [...aboveContent, ...content]
const aboveReaching = [...abovePractice, ...practice]
const aboveAcross = [...aboveReaching, ...reaching]

/** Which features a feature may use. Each may use what stands before it, never what stands behind. */
export const uses = {
  people: [],
  workspace: ['people'],
  spaces: who,
  availability: [...who, 'spaces'],
  threads: aboveContent,
  handbook: aboveContent,
  forms: aboveContent,
  asks: abovePractice,
  tasks: abovePractice,
  proposals: abovePractice,
  rituals: abovePractice,
  meetings: abovePractice,
  inbox: aboveReaching,
  delivery: [...aboveReaching, 'inbox'],
  search: aboveAcross,
  insights: aboveAcross,
  integrations: aboveAcross,
  transfer: [...aboveAcross, 'search'],
}

/** Files of a feature, by the closed vocabulary: a word is a file, or a folder of topics once the file has grown. */
const words = (...names) => new RegExp(`^features/[^/]+/(${names.join('|')})(\\.ts$|/[^/]+\\.tsx?$)`)
const folder = (...names) => new RegExp(`^features/[^/]+/(${names.join('|')})/`)

const bothSides = words('contract', 'rules', 'policy', 'events')
const purePlatform = /^platform\/(contract|time|text)\//
// The same on both sides, so that a preview shows what will be read.
const markdownRenderer = /^platform\/markdown\/render\.ts$/
const serverPlatform = /^platform\/(?!browser\/|testing\/|postgres\/|process\/)/
const browserPackages = /^(virtual:(?:languages|guide)|react|react-dom|@tanstack\/react-(query|router)|@base-ui\/react)(\/|$)/
const sqlPackages = /^(kysely|zod)$/
const nothing = /^$/
const anything = /./

/**
 * What files may import: repository files by `to`, and by `types` where only types are taken; packages by `packages`.
 * The first line whose `from` matches a file decides. A file that matches no line may not exist.
 */
const lines = [
  { files: 'a test', from: /\.test\.tsx?$|^(tests|bench|tools|app\/testing)\//, to: [anything], packages: anything },
  { files: 'a tool’s configuration', from: /^[a-z]+\.config\.(ts|js)$/, to: [anything], packages: anything },
  {
    files: 'the browser shell',
    from: /^app\/web\//,
    to: [/^app\/web\//, folder('web'), bothSides, /^ui\//, /^platform\/browser\//, purePlatform],
    packages: browserPackages,
  },
  { files: 'app', from: /^app\//, to: [/^(app|platform)\//, /^features\/[^/]+\/(?!web\/)/], packages: anything },
  { files: 'ui', from: /^ui\//, to: [/^ui\//, /^platform\/(time|text)\//], packages: browserPackages },
  { files: 'platform for both sides', from: purePlatform, to: [purePlatform], packages: /^zod$/ },
  { files: 'platform in the browser', from: /^platform\/browser\//, to: [/^platform\/browser\//, purePlatform], packages: browserPackages },
  { files: 'platform for tests', from: /^platform\/testing\//, to: [/^platform\//], packages: anything },
  { files: 'platform', from: /^platform\//, to: [/^platform\/(?!browser\/|testing\/)/], packages: anything },
  {
    files: 'web',
    from: folder('web'),
    to: [folder('web'), bothSides, /^ui\//, /^platform\/browser\//, purePlatform, markdownRenderer],
    packages: browserPackages,
  },
  {
    files: 'contract, rules, policy and events',
    from: bothSides,
    to: [bothSides, purePlatform],
    types: /^platform\/context\.ts$/,
    packages: /^zod$/,
  },
  { files: 'notices', from: words('notices'), to: [words('notices'), bothSides, purePlatform], packages: nothing },
  { files: 'access', from: words('access'), to: [words('access'), bothSides, serverPlatform], packages: sqlPackages },
  {
    files: 'a query',
    from: folder('queries'),
    to: [folder('queries'), words('access'), bothSides, serverPlatform],
    types: folder('mail'),
    packages: sqlPackages,
  },
  {
    files: 'a command',
    from: folder('commands'),
    to: [folder('commands', 'queries', 'mail'), words('access', 'notices'), bothSides, serverPlatform],
    packages: sqlPackages,
  },
  { files: 'mail', from: folder('mail'), to: [folder('mail'), bothSides, purePlatform], types: folder('queries'), packages: nothing },
  {
    files: 'routes',
    from: words('routes'),
    to: [words('routes', 'live'), folder('commands', 'queries'), bothSides, purePlatform, /^platform\/(http\/|live\/|context\.ts)/],
    packages: nothing,
  },
  {
    files: 'jobs',
    from: words('jobs'),
    to: [words('jobs', 'notices'), folder('commands', 'queries'), bothSides, serverPlatform],
    packages: nothing,
  },
  {
    files: 'live',
    from: words('live'),
    to: [words('live', 'access', 'notices'), folder('queries'), bothSides, serverPlatform],
    types: folder('commands'),
    packages: nothing,
  },
]

/** The words in which any feature says whom its events concern. They stand with attention, and are types. */
const noticeWords = 'features/availability/rules/notice.ts'

/** What other features may import of a feature. Its routes, jobs, mail and sockets are its own. */
const offered = new RegExp(
  `${words('contract', 'rules', 'policy', 'events', 'access', 'notices').source}|${folder('commands', 'queries', 'web').source}`,
)

const shapes = [
  /^features\/[^/]+\/(contract|rules|policy|events|access|routes|notices|jobs|live)(\/[a-z0-9-]+)?\.ts$/,
  /^features\/[^/]+\/(commands|queries|mail)\/[a-z0-9-]+\.ts$/,
  /^features\/[^/]+\/web\/([a-z0-9-]+\/)?[a-z0-9-]+\.(tsx?|css)$/,
  /^features\/[^/]+\/([a-z0-9-]+\/){0,2}[a-z0-9-]+\.test\.tsx?$/,
]

/** The feature that a file belongs to, or null. */
export const featureOf = (file) => /^features\/([^/]+)\//.exec(file)?.[1] ?? null

/** Where an import leads, as a repository path; null for a package. */
function target(file, specifier) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return null
  const parts = file.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Why `file` may not import `specifier`, or null. `typeOnly` says that nothing of it remains when it runs. */
export function objection(file, specifier, typeOnly = false) {
  const line = lines.find(({ from }) => from.test(file))
  if (!line || line.to.includes(anything)) return null
  const to = target(file, specifier)
  if (to === null) return line.packages.test(specifier) ? null : `${line.files} may not import the package ${specifier}`
  const allowed = line.to.some((pattern) => pattern.test(to)) || (typeOnly && line.types?.test(to))
  if (!allowed) return `${line.files} may not import ${to}`
  if (typeOnly && to === noticeWords) return null
  return betweenFeatures(file, to)
}

function betweenFeatures(file, to) {
  const [here, there] = [featureOf(file), featureOf(to)]
  if (!here || !there || here === there) return null
  if (!uses[here]?.includes(there)) return `${here} may not use ${there}`
  return offered.test(to) ? null : `${to} is private to ${there}`
}

/** Why `file` may not stand where it stands, or null. */
export function misplaced(file) {
  const feature = featureOf(file)
  if (feature === null) return lines.some(({ from }) => from.test(file)) ? null : `the architecture has no place for ${file}`
  if (!Object.hasOwn(uses, feature)) return `${feature} is no feature that the architecture names`
  return shapes.some((shape) => shape.test(file)) ? null : `a feature folder has no place for ${file.slice(`features/${feature}/`.length)}`
}
