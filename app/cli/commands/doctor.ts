import { type Command, exitCodes } from '../command.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  words: '',
  summary: 'Looks at everything Baton needs, and says what is wrong and what to do.',
  details: 'Nothing is changed, except that a database that is not running is started for the look. Exit code 1 when something is wrong.',
  where: 'host',
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'Print the findings as JSON.' },
  async run(given, output) {
    const { examine } = await import('#app/doctor.ts')
    const findings = await examine(given.env)
    if (given.options['json'] === true) output.answer(JSON.stringify(findings))
    else for (const { subject, good, says } of findings) output.answer(`${good ? 'good ' : 'wrong'}  ${subject}: ${says}`)
    return findings.every((finding) => finding.good) ? exitCodes.done : exitCodes.refused
  },
}
