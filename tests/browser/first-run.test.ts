import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'

test('a browser is led to the first run while it is needed, and away from it once it is done', async (t) => {
  const { baton, open, url, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const early = await open()
  for (const path of ['/', '/inbox', '/sign-in', '/invitations/some-code']) {
    await early.goto(path)
    await early.getByRole('heading', { name: 'Set up Baton' }).waitFor()
    await early.waitForURL(`${url}/setup`)
  }
  await early.getByLabel('Name of your team or company').fill('Halyard')
  await early.getByLabel('Your name').fill('Lena Costa')
  await early.getByLabel('Email').fill('lena@halyard.example')
  await early.getByLabel('Password').fill('seven quiet lanterns')
  await early.getByRole('button', { name: 'Begin' }).click()
  await early.waitForURL('/settings/hours')
  await early.goto('/setup')
  await early.waitForURL('/')

  const late = await open()
  await late.goto('/setup')
  await late.getByRole('heading', { name: 'Sign in' }).waitFor()
  await late.waitForURL('/sign-in')
  assert.deepEqual(
    complaints.filter((text) => !text.includes('401')),
    [],
  )
  assert.deepEqual(baton.faults, [])
})
