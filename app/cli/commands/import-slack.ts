import type { Outcome } from '#features/transfer/commands/run-import.ts'
import { saidLeftOut } from '#features/transfer/rules/left-out-words.ts'
import { skippedOf } from '#features/transfer/rules/tally.ts'
import { ArchiveError } from '#platform/files/zip.ts'
import { stopwatch, systemClock } from '#platform/time/clock.ts'
import { type Command, exitCodes, type Output, requiredWord } from '../command.ts'

const SAY_EVERY = 1_000

export const importSlackCommand: Command = {
  name: 'import slack',
  words: 'ARCHIVE.zip',
  summary: 'Brings in a Slack export: people, channels as spaces, threads.',
  details:
    'Nobody is notified, nobody can sign in by it, and a second run adds only what is missing. Stop it with Ctrl+C; the same command goes on where it stopped.',
  where: 'host',
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'Print the counts as JSON.' },
  async run(given, output) {
    const path = requiredWord(given, 0, 'which file')
    const { onHostData } = await import('../host.ts')
    const { runImportSlack } = await import('#app/commands/import-slack.ts')
    const interruption = onceInterrupted()
    try {
      const outcome = await onHostData(given.env, ({ db }) =>
        runImportSlack(db, { path, clock: systemClock, interrupted: () => interruption.yes, progress: saying(output) }),
      )
      return report(outcome, output, given.options['json'] === true)
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      output.remark(error.message)
      return exitCodes.refused
    } finally {
      interruption.forget()
    }
  },
}

/** The first Ctrl+C lets what is just being added be added; the next ends at once, which loses nothing either. */
function onceInterrupted(): { readonly yes: boolean; forget(): void } {
  const state = { yes: false, forget: () => {} }
  const interrupt = (): void => {
    state.yes = true
    state.forget()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt)
  state.forget = () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt)
  }
  return state
}

function saying(output: Output): (tally: Outcome['tally']) => void {
  let waited = stopwatch()
  return ({ added, doneBytes, totalBytes }) => {
    if (waited() < SAY_EVERY) return
    waited = stopwatch()
    output.remark(`${Math.floor((100 * doneBytes) / Math.max(totalBytes, 1))} %: ${added.posts} posts in ${added.threads} threads`)
  }
}

function report({ end, tally, failure }: Outcome, output: Output, json: boolean): number {
  const { people, spaces, threads, posts, reactions } = tally.added
  const skipped = skippedOf(tally).map(saidLeftOut)
  if (json) output.answer(JSON.stringify({ end, people, spaces, threads, posts, reactions, skipped, ...(failure ? { failure } : {}) }))
  else {
    output.answer(`Added ${people} people, ${spaces} spaces, ${threads} threads, ${posts} posts and ${reactions} reactions.`)
    for (const { reason, count, examples } of skipped) {
      output.answer(`Left out ${reason}: ${count}`)
      for (const example of examples) output.answer(`  ${example}`)
    }
  }
  if (end === 'done') return exitCodes.done
  output.remark(end === 'failed' ? (failure ?? '') : 'Stopped before its end. The same command goes on from here.')
  return exitCodes.refused
}
