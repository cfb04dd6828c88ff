import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { isNode, nodesOf, textOf } from './testing/sources.ts'
import { type Mutant, mutantsOf } from './mutation/mutants.ts'
import { isNoticed } from './mutation/try-mutant.ts'

/**
 * Puts small faults into the rules, one at a time, and runs the tests of rules that come by the file: what none of them notices is told. By itself it
 * takes the attention rules; given paths, those. Ends with 1 when less than what quality asks for is noticed. Run: npm run mutate
 */
const folder = fileURLToPath(new URL('..', import.meta.url))
const ATTENTION = 'features/availability/rules'
/** Of a hundred. */
const AT_LEAST = 85
/** The longest test of rules takes some ten seconds. */
const PATIENCE = 60_000

interface Target {
  readonly file: string
  readonly tests: readonly string[]
}

process.chdir(folder)
const given = process.argv.slice(2)
const files = (given.length > 0 ? given : [ATTENTION]).flatMap((path) => (path.endsWith('.ts') ? path : globSync(join(path, '*.ts'))))
const tests = globSync('features/*/{rules,web}/*.test.ts').concat(globSync('features/*/rules.test.ts'))
const reach = new Map(tests.map((test) => [test, reachedFrom(test)]))
const targets = files
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('-texts.ts'))
  .toSorted()
  .map((file) => ({ file, tests: testsOf(file) }))
let [noticed, all] = [0, 0]
for (const target of targets) await judge(target)
const share = Math.floor((100 * noticed) / Math.max(1, all))
console.log(`${noticed} of ${all} faults are noticed: ${share} %, at least ${AT_LEAST} is the bar`)
process.exit(share >= AT_LEAST ? 0 : 1)

async function judge({ file, tests }: Target): Promise<void> {
  const mutants = mutantsOf(file, readFileSync(file, 'utf8'))
  if (tests.length === 0) {
    console.log(`${file}: no test of rules comes by it, ${mutants.length} faults are not tried`)
    return
  }
  const left: Mutant[] = []
  const queue = mutants.values()
  const work = async (): Promise<void> => {
    for (const mutant of queue) {
      const trying = { file: resolve(file), tests: tests.map((test) => resolve(test)), code: mutant.code, patience: PATIENCE }
      if (!(await isNoticed(trying))) left.push(mutant)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  all += mutants.length
  noticed += mutants.length - left.length
  console.log(`${file}: ${mutants.length - left.length} of ${mutants.length}`)
  for (const { line, was, is } of left.toSorted((one, other) => one.line - other.line))
    console.log(`  ${file}:${line}: ${short(was)} → ${short(is)}`)
}

/** The test of the file itself first: it notices most. */
function testsOf(file: string): string[] {
  const own = (test: string): number => Number(basename(test) === basename(file).replace('.ts', '.test.ts'))
  return tests.filter((test) => reach.get(test)?.has(resolve(file))).toSorted((one, other) => own(other) - own(one))
}

/** All files that come with a file, by their imports; absolute. */
function reachedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const path = resolve(file)
  if (seen.has(path)) return seen
  seen.add(path)
  for (const node of nodesOf(parseSync(path, readFileSync(path, 'utf8')).program)) {
    const from = node.type.endsWith('Declaration') && isNode(node['source']) ? (textOf(node['source']) ?? '') : ''
    if (from.endsWith('.ts')) reachedFrom(from.startsWith('#') ? join(folder, from.slice(1)) : resolve(dirname(path), from), seen)
  }
  return seen
}

function short(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 80)
}
