import { CannotListen } from '#platform/http/listen.ts'
import { CannotStart } from '#platform/postgres/place.ts'
import { NewerSchema } from '#platform/sql/migrate.ts'
import { commands } from './cli/commands.ts'
import { exitCodes } from './cli/command.ts'
import { runCommandLine } from './cli/run.ts'
import { WrongConfig } from './config.ts'
import { version } from './version.ts'

const terminal = {
  env: process.env,
  version,
  answer: (text: string): void => void process.stdout.write(`${text}\n`),
  remark: (text: string): void => void process.stderr.write(`${text}\n`),
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), commands, terminal)
} catch (error) {
  if (error instanceof WrongConfig) {
    for (const problem of error.problems) terminal.remark(problem)
    process.exitCode = exitCodes.usage
  } else if (error instanceof CannotStart || error instanceof CannotListen || error instanceof NewerSchema) {
    terminal.remark(error.message)
    process.exitCode = exitCodes.refused
  } else {
    throw error
  }
}
