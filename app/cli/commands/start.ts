import type { Command } from '../command.ts'

export const startCommand: Command = {
  name: 'start',
  words: '',
  summary: 'Starts Baton. The same as `npm start`.',
  details: 'It brings its own PostgreSQL unless DATABASE_URL names one. Ctrl+C stops it.',
  where: 'host',
  options: {},
  optionHelp: {},
  async run({ env }, output) {
    const { readConfig } = await import('#app/config.ts')
    const { runUntilStopped } = await import('#app/lifecycle.ts')
    const { serve } = await import('#app/serve.ts')
    const config = readConfig(env)
    return runUntilStopped((whenStopping) => serve(config, { say: output.answer }, whenStopping), {
      timeoutMs: 9_000,
      onFault: (error) => output.remark(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
  },
}
