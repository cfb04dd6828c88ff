import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { totpCode } from '#platform/secrets/totp.ts'
import { openBaton } from './browser.ts'

const START = '2026-11-23T12:00:00Z'
const expected = (complaints: readonly string[]): string[] => complaints.filter((text) => !/status of 4\d\d/.test(text))

async function enterPassword(page: Page, handle: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(`${handle}@halyard.example`)
  await page.getByLabel('Password').fill('seven quiet lanterns')
  await page.keyboard.press('Enter')
}

test('who forgot their password signs in by a code from their mail, and sets another without the old one', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: START, mail: true })
  await baton.setup()
  await baton.person({ handle: 'bo', name: 'Bo Lind' })
  const page = await open()
  await page.goto('/settings/sign-in')
  await page.getByLabel('Email address').fill('bo@halyard.example')
  await page.getByRole('button', { name: 'Send me a code by mail' }).click()
  await page.getByText('a code of six digits is on its way').waitFor()
  await baton.settle()
  const code = /\b\d{6}\b/.exec(baton.mails.at(-1)?.text ?? '')?.[0] ?? ''
  await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000')
  await page.keyboard.press('Enter')
  await page.getByText('This code is not right').waitFor()
  await page.getByLabel('Code').fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign-in and sessions' }).waitFor()
  await page.getByLabel('New password').fill('nine slow bicycles')
  assert.equal(await page.getByLabel('Current password').count(), 0)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Your password is changed.').first().waitFor()
  await page.getByText('Signed in by code').waitFor()
  const again = await baton.call(null, 'POST', '/sign-in', { email: 'bo@halyard.example', password: 'nine slow bicycles' })
  assert.equal(again.status, 200)
  assert.deepEqual(expected(complaints), [])
  assert.deepEqual(baton.faults, [])
})

/** A device with a passkey store, whose person is always there and always known to it. */
async function withAuthenticator(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return devtools
}

test('a passkey is added after a proof, signs in by a press, and is removed', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: START, named: true })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await withAuthenticator(page)
  await move('2026-11-23T13:00:00Z')
  await page.goto('/settings/sign-in')
  await page.getByText('You have no passkey.').waitFor()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('heading', { name: 'Is it you?' }).waitFor()
  const proof = page.getByRole('dialog')
  await proof.getByLabel('Password').fill('seven quiet lanterns')
  await page.keyboard.press('Enter')
  await page.getByLabel('What to call it').fill('My laptop')
  await page.keyboard.press('Enter')
  await page.getByText('Not used yet.').waitFor()

  await page.context().clearCookies({ name: 'baton' })
  await page.goto('/sign-in')
  // The browser offers it quietly as well, and this one takes what is offered.
  const press = page.getByRole('button', { name: 'Sign in with a passkey' })
  await Promise.race([press.click({ timeout: 5_000 }).catch(() => null), page.waitForURL('/')])
  await page.waitForURL('/')
  await page.goto('/settings/sign-in')
  await page.getByText('Signed in by passkey').first().waitFor()
  await page.getByRole('button', { name: 'Remove the passkey My laptop' }).click()
  await page.getByText('You have no passkey.').waitFor()
  assert.deepEqual(expected(complaints), [])
  assert.deepEqual(baton.faults, [])
})

test('passkeys are not offered at an address that has no name', async (t) => {
  const { baton, open } = await openBaton(t, { at: START })
  const ann = await baton.setup()
  const nobody = await open()
  await nobody.goto('/sign-in')
  await nobody.getByText('no code can be sent').waitFor()
  assert.equal(await nobody.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0)
  const page = await open({ as: ann })
  await page.goto('/settings/sign-in')
  await page.getByText('Open Baton at localhost to use them').waitFor()
})

test('a second factor is turned on with an app, asked for at sign-in, and a recovery code does as well', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: START })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/sign-in')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  const secret = await page.getByLabel('Or type this secret').inputValue()
  await page.getByRole('img', { name: 'A QR code' }).waitFor()
  await page.getByLabel('Code that the app shows').fill(totpCode(secret, baton.clock.now()))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  const codes = await page.locator('.codes code').allInnerTexts()
  assert.equal(codes.length, 10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 recovery codes are left.').waitFor()

  await move('2026-11-23T12:05:00Z')
  for (const second of [totpCode(secret, baton.clock.now()), codes[0] ?? '']) {
    const other = await open()
    await enterPassword(other, 'ann')
    await other.getByRole('heading', { name: 'Your second factor' }).waitFor()
    await other.getByLabel('Code of the app, or recovery code').fill('000000')
    await other.keyboard.press('Enter')
    await other.getByText('This code is not right').waitFor()
    await other.getByLabel('Code of the app, or recovery code').fill(second)
    await other.keyboard.press('Enter')
    await other.waitForURL('/')
    await other.context().close()
  }
  await page.goto('/settings/sign-in')
  await page.getByText('9 recovery codes are left.').waitFor()
  await page.getByText('A sign-in failed: wrong second factor').first().waitFor()
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByText('All other sessions are ended.').waitFor()
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Turn it off' }).click()
  await page.getByText('Your second factor is off.').waitFor()
  assert.deepEqual(expected(complaints), [])
  assert.deepEqual(baton.faults, [])
})
