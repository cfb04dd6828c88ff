import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyGuessable } from './password.ts'

const own = ['Ann Mori', 'ann', 'ann.mori@halyard.example', 'Halyard']

const refused = [
  ['too short', 'k7#mQz!p2'],
  ['a word and digits', 'password123'],
  ['a word with signs for letters', 'P@ssw0rd2024!'],
  ['two common words', 'SunshineLove1'],
  ['two common words spelled with digits', 'iloveyou4ever'],
  ['a run along the keyboard', 'qwertyuiop'],
  ['a run backwards', '0987654321'],
  ['columns of the keyboard', '1qaz2wsx3edc'],
  ['the alphabet', 'abcdefghijk'],
  ['two runs', 'qwerty12345'],
  ['two runs shuffled into each other', '1q2w3e4r5t'],
  ['a run with everything twice', '1122334455'],
  ['short runs', '123qweasdzxc'],
  ['columns backwards', 'zaq12wsxcde3'],
  ['one sign over and over', 'aaaaaaaaaaaa'],
  ['a piece over and over', 'abc1abc1abc1'],
  ['the name and a year', 'AnnMori2026'],
  ['the workspace and signs', 'halyard!!2026'],
  ['the address', 'ann.mori@halyard'],
] as const

for (const [what, password] of refused) {
  test(`${what} is refused: ${password}`, () => {
    assert.equal(typeof whyGuessable(password, own)?.(), 'string')
  })
}

const taken = [
  'seven quiet lanterns',
  'correct horse battery staple',
  'k7#mQz!p2x',
  'Lisboa chove em novembro',
  'пять тихих фонарей',
  'annual halibut review',
  'xkcd-936-really',
]

for (const password of taken) {
  test(`a password nobody guesses is taken: ${password}`, () => {
    assert.equal(whyGuessable(password, own), null)
  })
}
