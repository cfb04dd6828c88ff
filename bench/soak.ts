import { parseArgs } from 'node:util'
import { throwawayPostgres } from '#platform/testing/postgres.ts'
import { soak } from './soak/soak.ts'

/** Lets a real Baton be used for a time, and tells what grew and what was lost. Ends with 1 when something did. Run: npm run soak -- --minutes 60 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } })
const postgres = await throwawayPostgres()
try {
  const { figures, done, acknowledged, faults } = await soak({ minutes: Number(values.minutes), database: postgres.url })
  for (const { name, early, late, most } of figures) console.log(`${name}: ${early} early, ${late} late, at most ${most}`)
  console.log([...done].map(([name, times]) => `${name} ${times}`).join(', '))
  console.log(`${acknowledged} things acknowledged`)
  for (const fault of faults) console.log(`✖ ${fault}`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await postgres.close()
}
