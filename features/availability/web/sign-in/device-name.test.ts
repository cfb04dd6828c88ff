import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from './device-name.ts'

test('a browser is named by what sets it apart from those it claims to be', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0'
  assert.deepEqual(deviceName(edge), { browser: 'Edge', system: 'Windows' })
  assert.deepEqual(deviceName(safari), { browser: 'Safari', system: 'iPhone' })
  assert.deepEqual(deviceName(firefox), { browser: 'Firefox', system: 'Linux' })
})

test('what says nothing of itself has no name', () => {
  assert.deepEqual(deviceName('curl/8.5.0'), { browser: null, system: null })
})
