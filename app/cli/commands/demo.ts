import type { Command } from '../command.ts'

export const demoCommand: Command = {
  name: 'demo',
  words: '',
  summary: 'Serves an example workspace that lives for as long as it runs.',
  details:
    'Halyard: nine people in six cities, on a Tuesday in November. Each start tells it anew, in ./data/demo unless BATON_DATA_DIR names another folder; one that holds anything else is left alone. Only this machine reaches it, and it sends no mail.',
  where: 'host',
  options: {},
  optionHelp: {},
  async run({ env }, output) {
    const { serveDemo } = await import('#app/demo/serve-demo.ts')
    const { runUntilStopped } = await import('#app/lifecycle.ts')
    return runUntilStopped((whenStopping) => serveDemo(env, output.answer, whenStopping), {
      timeoutMs: 9_000,
      onFault: (error) => output.remark(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
  },
}
