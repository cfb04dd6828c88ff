import { parseArgs } from 'node:util'
import { stopwatch } from '#platform/time/clock.ts'
import { benchServer } from './database.ts'
import { seed } from './seed/workspace.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' }, posts: { type: 'string', default: '100000' } } })
const size = { people: Number(values.people), posts: Number(values.posts) }
if (!Object.values(size).every((count) => Number.isInteger(count) && count > 0)) {
  throw new Error('Give whole numbers above 0 for --people and --posts.')
}

const waited = stopwatch()
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const url = process.env['DATABASE_URL']
if (url) {
  await seed(url, size, say)
} else {
  const server = await benchServer()
  const { name, made } = await server.seeded(size, say)
  say(made ? `It is the database ${name} in bench/scratch.` : `This workspace is there already: the database ${name} in bench/scratch.`)
  await server.stop()
}
say(`Done after ${(waited() / 1000).toFixed(1)} s.`)
