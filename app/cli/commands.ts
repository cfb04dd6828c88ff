import type { Command } from './command.ts'
import { answerCommand } from './commands/answer.ts'
import { askCommand } from './commands/ask.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importSlackCommand } from './commands/import-slack.ts'
import { inboxCommand } from './commands/inbox.ts'
import { migrateCommand } from './commands/migrate.ts'
import { onCallCommand } from './commands/on-call.ts'
import { personAddCommand } from './commands/person-add.ts'
import { postCommand } from './commands/post.ts'
import { scheduledCommand } from './commands/scheduled.ts'
import { startCommand } from './commands/start.ts'
import { takeCommand } from './commands/take.ts'
import { threadCommand } from './commands/thread.ts'
import { tokenCommand } from './commands/token.ts'

/** Every command of the command line, in the order of help. */
export const commands: readonly Command[] = [
  startCommand,
  demoCommand,
  migrateCommand,
  tokenCommand,
  personAddCommand,
  importSlackCommand,
  doctorCommand,
  inboxCommand,
  askCommand,
  answerCommand,
  takeCommand,
  threadCommand,
  postCommand,
  onCallCommand,
  scheduledCommand,
]
