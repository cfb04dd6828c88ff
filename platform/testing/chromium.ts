import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What `chromium.launch` of Playwright is given, beside what a test adds. */
export interface ChromiumLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/** The Chromium for browser tests: the one CHROMIUM_PATH names, else the machine's, else the one that npm brought. */
export async function chromiumPath(): Promise<ChromiumLaunch> {
  const executablePath = process.env['CHROMIUM_PATH'] || places.find((place) => existsSync(place)) || (await unpacked())
  return { executablePath, args: argumentsFor(process.getuid?.() === 0), env: { ...environment() } }
}

async function unpacked(): Promise<string> {
  // It brings the libraries that a bare machine lacks only where it believes to be in this place; they are found through LD_LIBRARY_PATH.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

function argumentsFor(isRoot: boolean): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return isRoot ? [...quiet, '--no-sandbox'] : quiet
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}
