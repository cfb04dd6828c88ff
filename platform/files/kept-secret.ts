import { randomBytes } from 'node:crypto'
import { chmod, open, readFile, rename } from 'node:fs/promises'

/** A random text (43 characters, 256 bits) that is made on first use and then kept in this file, which only its owner can read. */
export async function keptSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(ignoreAbsence)
  if (kept.trim()) return kept.trim()
  const secret = randomBytes(32).toString('base64url')
  await writeDurably(file, `${secret}\n`)
  return secret
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
}

function ignoreAbsence(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
