import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { isLocalOnly, readConfig, WrongConfig } from './config.ts'

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof WrongConfig) return error.problems
    throw error
  }
  return []
}

test('an empty environment gives a Baton for this machine only', () => {
  assert.deepEqual(readConfig({}), {
    port: 3000,
    host: '127.0.0.1',
    url: 'http://127.0.0.1:3000',
    dataDir: resolve('data'),
    databaseUrl: null,
    smtpUrl: null,
    mailFrom: 'Baton <baton@localhost>',
    secret: null,
    trustedProxies: 0,
    fileLimit: 104_857_600,
    logLevel: 'info',
  })
  assert.ok(isLocalOnly(readConfig({})))
})

test('an empty value counts as absent', () => {
  assert.equal(readConfig({ PORT: '', BATON_URL: ' ' }).url, 'http://127.0.0.1:3000')
})

test('the address follows host and port unless it is given', () => {
  assert.equal(readConfig({ PORT: '8080', HOST: '::1' }).url, 'http://[::1]:8080')
  assert.equal(readConfig({ HOST: '0.0.0.0' }).url, 'http://localhost:3000')
  assert.equal(readConfig({ BATON_URL: 'https://baton.example.com/' }).url, 'https://baton.example.com')
  assert.equal(readConfig({ BATON_URL: 'https://baton.example.com' }).mailFrom, 'Baton <baton@baton.example.com>')
})

test('a host or an address that is not loopback can be reached from other machines', () => {
  assert.equal(isLocalOnly(readConfig({ HOST: '0.0.0.0' })), false)
  assert.equal(isLocalOnly(readConfig({ BATON_URL: 'https://baton.example.com' })), false)
  assert.equal(isLocalOnly(readConfig({ HOST: '::1', BATON_URL: 'http://[::1]:3000' })), true)
})

test('every wrong value is named at once with what to write instead', () => {
  const wrong = {
    PORT: '80000',
    HOST: 'not a host',
    BATON_URL: 'https://baton.example.com/team',
    DATABASE_URL: 'mysql://localhost/baton',
    SMTP_URL: 'mail.example.com',
    MAIL_FROM: 'baton',
    BATON_SECRET: 'short',
    BATON_TRUST_PROXY: 'yes',
    BATON_FILE_LIMIT: '0',
    LOG_LEVEL: 'loud',
  }
  const problems = problemsOf(wrong)
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    Object.keys(wrong),
  )
  assert.equal(problems[0], 'PORT is not right: write a whole number from 1 to 65535, such as 3000.')
  assert.ok(!problems.join().includes('short'))
})

test('numbers that are not whole numbers are refused', () => {
  for (const PORT of ['0', '-1', '3000.5', '0x10', '1e3', 'three']) assert.equal(problemsOf({ PORT }).length, 1, PORT)
})
