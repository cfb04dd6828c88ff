import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wishedLanguages } from './wished-languages.ts'

test('languages are read as a browser asks for them, the most wanted first', () => {
  assert.deepEqual(wishedLanguages('en;q=0.3, pt-BR,pt;q=0.9, de;q=0, *;q=0.1'), ['pt-BR', 'pt', 'en', '*'])
  assert.deepEqual(wishedLanguages(''), [])
})
