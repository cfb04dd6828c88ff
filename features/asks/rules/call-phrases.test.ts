import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wishesForCall } from './call-phrases.ts'

test('a wish for a call is recognised in every language that Baton speaks', () => {
  const wishes = [
    'A quick call?',
    'Podemos fazer uma chamada rápida?',
    'Können wir kurz telefonieren?',
    '今話せますか？',
    'هل يمكن عمل مكالمة سريعة اليوم؟',
  ]
  assert.deepEqual(wishes.map(wishesForCall), [true, true, true, true, true])
})

test('a text that does without a call wishes for none', () => {
  const others = [
    'This spares us a quick call.',
    'Resolvido sem chamada rápida.',
    'Ganz ohne schnellen Anruf.',
    '明日までに返事します。',
    'انتهى الأمر بدون مكالمة سريعة.',
  ]
  assert.deepEqual(others.map(wishesForCall), [false, false, false, false, false])
})
