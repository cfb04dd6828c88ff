/** Short programs on which the rules are tried, by the place they would stand at. */
type Examples = Readonly<Record<string, string>>

const lines = (count: number, line: string): string => `${line}\n`.repeat(count)
const longFunction = (statements: number): string =>
  `export function add(total: number): number {\n  let sum = total\n${lines(statements, '  sum += 1')}  return sum\n}\n`

const command = (body: string): string => `import { record } from '#platform/events/record.ts'
import { sql } from 'kysely'

export async function answerAsk(tx: never, ctx: never): Promise<void> {
  ${body}
  await record(tx, ctx, { type: 'ask.answered', subject: {} })
}
`

const query = (name: string, body: string): string => `import { sql } from 'kysely'

export function ${name}(tx: never): unknown {
  return ${body}
}
`

/** What each rule refuses. */
export const bad: Readonly<Record<string, Examples>> = {
  'house(boundaries)': {
    'platform/http/greet.ts': `export { ask } from '#features/asks/contract.ts'\n`,
    'features/threads/access.ts': `import { lockAsk } from '#features/asks/access.ts'\n\nexport const lockThread = lockAsk\n`,
    'ui/card.tsx': `export const load = () => import('#platform/contract/client.ts')\n`,
  },
  'house(anatomy)': {
    'features/asks/model.ts': `export const model = 1\n`,
    'features/kudos/contract.ts': `export const kudos = 1\n`,
    'server/start.ts': `export const start = 1\n`,
  },
  'house(telling-names)': {
    'platform/utils/sum.ts': `export const sum = 1\n`,
    'platform/text/index.ts': `export const text = 1\n`,
    'ui/date-helpers.ts': `export const date = 1\n`,
  },
  'house(named-as-file)': { 'features/asks/queries/get-ask.ts': query('readAsk', 'sql`select 1`.execute(tx)') },
  'house(commands-record)': {
    'features/asks/commands/decline-ask.ts': `export function declineAsk(): void {}\n`,
    'features/asks/commands/forget-ask.ts': `import { record } from '#platform/events/record.ts'\n\nexport function forgetAsk(): unknown {\n  return record\n}\n`,
  },
  'house(own-tables)': {
    'features/asks/commands/answer-ask.ts': command('await sql`update posts set body = ${1}`.execute(tx)'),
    'features/asks/commands/pass-ask.ts': command(`await tx.insertInto('inbox_items').values({}).execute()`),
    'features/asks/commands/move-ask.ts': command(`await tx.query('delete from posts where id = $1')`),
    'features/asks/commands/give-ask.ts': command('await sql`insert into ${sql.table("asks")} (id) values (1)`.execute(tx)'),
    'features/asks/queries/list-asks.ts': query('listAsks', 'sql`update asks set seen = true returning id`.execute(tx)'),
    'app/clean-up.ts': `import { sql } from 'kysely'\n\nexport const cleanUp = sql\`truncate asks\`\n`,
  },
  'house(literal-states)': {
    'features/asks/queries/list-open.ts': query('listOpen', `tx.selectFrom('asks').where('asks.state', '=', 'open')`),
    'features/asks/queries/list-waiting.ts': query('listWaiting', `tx.selectFrom('asks').where('state', 'in', ['open', 'paused'])`),
  },
  'house(no-clock)': {
    'features/asks/rules.ts': `export const now = (): number => Date.now()\n`,
    'features/asks/policy.ts': `export const today = (): Date => new Date()\n`,
    'features/asks/events.ts': `export const here = (): Temporal.Instant => Temporal.Now.instant()\n`,
    'platform/http/timing.ts': `export const took = (): number => globalThis.performance.now()\n`,
    'features/asks/access.ts': `import { systemClock } from '#platform/time/clock.ts'\n\nexport const clock = systemClock\n`,
    'app/uptime.ts': `export const started = Date()\n`,
  },
  'import(no-default-export)': { 'platform/http/answer.ts': `export default 1\n` },
  'import(no-cycle)': {
    'platform/http/left.ts': `import { right } from './right.ts'\n\nexport const left = (): number => right()\n`,
    'platform/http/right.ts': `import { left } from './left.ts'\n\nexport const right = (): number => left()\n`,
  },
  'eslint(max-lines)': {
    'platform/http/long.ts': `export const long = 1\n${lines(300, '')}`,
    'features/tasks/rules.ts': `export const long = 1\n${lines(200, '')}`,
  },
  'eslint(max-lines-per-function)': { 'platform/http/deep.ts': longFunction(58), 'ui/deep.tsx': longFunction(118) },
  'eslint(max-params)': {
    'platform/http/wide.ts': `export const wide = (a: number, b: number, c: number, d: number): number => a + b + c + d\n`,
  },
  'eslint(no-console)': { 'features/asks/rules/loud.ts': `export const loud = (): void => console.log('answered')\n` },
  'oxc(no-barrel-file)': { 'platform/http/all.ts': `export * from './left.ts'\nexport * from './right.ts'\n` },
  'typescript(ban-ts-comment)': { 'platform/http/hushed.ts': `// @ts-expect-error it works\nexport const hushed: number = 'one'\n` },
  'typescript(consistent-type-imports)': {
    'platform/http/heavy.ts': `import { Context } from '#platform/context.ts'\n\nexport const me = (ctx: Context): string => ctx.personId\n`,
  },
  'typescript(no-explicit-any)': { 'platform/http/loose.ts': `export const loose = (value: any): unknown => value\n` },
  'typescript(no-floating-promises)': {
    'platform/http/forgotten.ts': `export function forgotten(save: () => Promise<void>): void {\n  save()\n}\n`,
  },
  'unicorn(filename-case)': { 'platform/http/Camel_case.ts': `export const camel = 1\n` },
}

/** What no rule has anything against. */
export const good: Examples = {
  'features/asks/commands/settle-ask.ts': `import { record } from '#platform/events/record.ts'
import { sql } from 'kysely'

export async function settleAsk(tx: never, ctx: never): Promise<void> {
  await sql\`update asks a set state = 'answered' where a.id = \${1}\`.execute(tx)
  await record(tx, ctx, { type: 'ask.answered', subject: {} })
}
`,
  'features/asks/commands/take-ask.ts': `import { settleAsk } from './settle-ask.ts'

export async function takeAsk(tx: never, ctx: never): Promise<void> {
  await settleAsk(tx, ctx)
}
`,
  'features/asks/commands/see-ask.ts': `// oxlint-disable house/commands-record -- what somebody has seen is nobody else's to know
export function seeAsk(): void {}
`,
  'features/asks/queries/count-asks.ts': query(
    'countAsks',
    'sql`select count(*) from asks join posts using (id) for update of asks`.execute(tx)',
  ),
  'features/asks/contract.ts': `export const ask = 1\n`,
  'features/asks/rules/due.ts': `export const due = (at: number): Date => new Date(at)\n`,
  'features/asks/web/ask-card.tsx': longFunction(100),
  'features/asks/asks.test.ts': `import { test } from 'node:test'\n\ntest('time passes', () => void Date.now())\n`,
  'platform/time/clock.ts': `export const systemClock = { now: (): number => Date.now() }\n`,
  'platform/http/short.ts': longFunction(50),
  'platform/events/record.ts': `export async function record(..._given: unknown[]): Promise<void> {}\n`,
  'platform/context.ts': `export interface Context {\n  readonly personId: string\n}\n`,
  'vite.config.ts': `export default {}\n`,
}
