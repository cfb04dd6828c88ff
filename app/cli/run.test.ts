import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RefusedError } from '#platform/contract/client.ts'
import { type Command, requiredOption, requiredWord } from './command.ts'
import { runCommandLine } from './run.ts'

const greet: Command = {
  name: 'person greet',
  words: 'HANDLE',
  summary: 'Says good day.',
  where: 'host',
  options: { in: { type: 'string' } },
  optionHelp: { in: 'The language.' },
  run: async (given, output) => {
    output.answer(`${requiredWord(given, 0, 'whom')} in ${requiredOption(given, 'in')}`)
    return 0
  },
}
const refuse: Command = {
  ...greet,
  name: 'refuse',
  run: () => Promise.reject(new RefusedError(409, { detail: 'Bo answered it.', code: 'ask.already_settled' })),
}
const lost: Command = { ...greet, name: 'lost', run: () => Promise.reject(new RefusedError(0, {})) }

async function typed(line: string): Promise<{ code: number; answered: string; remarked: string }> {
  const answers: string[] = []
  const remarks: string[] = []
  const terminal = { env: {}, version: '1.2.3', answer: (text: string) => answers.push(text), remark: (text: string) => remarks.push(text) }
  const code = await runCommandLine(line === '' ? [] : line.split(' '), [greet, refuse, lost], terminal)
  return { code, answered: answers.join('\n'), remarked: remarks.join('\n') }
}

test('a command of two words is found, and answers on stdout', async () => {
  assert.deepEqual(await typed('person greet ann --in en'), { code: 0, answered: 'ann in en', remarked: '' })
})

test('without a command, help lists them all', async () => {
  const { code, answered } = await typed('')
  assert.equal(code, 0)
  assert.match(answered, /person greet HANDLE\s+Says good day\./)
})

test('help of one command names its options', async () => {
  assert.match((await typed('help person greet')).answered, /--in VALUE {2}The language\./)
  assert.match((await typed('person greet --help')).answered, /--in VALUE/)
})

test('a wrong use says how it is used, with code 2', async () => {
  assert.equal((await typed('person greet ann')).code, 2)
  assert.equal((await typed('person greet --nonsense')).code, 2)
  assert.equal((await typed('person')).remarked, '"baton person" by itself is no command. There is "baton person greet".')
  assert.match((await typed('person greet ann')).remarked, /--in is needed\.[\s\S]*Usage: baton person greet/)
  assert.equal((await typed('dance')).code, 2)
})

test('a refusal is said in the words of the server, with code 1; a server that is away is code 3', async () => {
  assert.deepEqual(await typed('refuse'), { code: 1, answered: '', remarked: 'Bo answered it.' })
  assert.equal((await typed('lost')).code, 3)
})
