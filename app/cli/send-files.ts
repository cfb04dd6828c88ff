import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { RefusedError } from '#platform/contract/client.ts'
import { type Given, UsageError } from './command.ts'
import { serverOf } from './remote.ts'

/** The option that puts files into what is posted. */
export const fileOption = { file: { type: 'string', multiple: true } } as const
export const fileHelp = { file: 'A file to go with it, by its path; again for each further one.' }

/** Uploads the files that were named, one after another, and answers what a post names them by. */
export async function sendFiles(given: Given): Promise<{ files?: { id: string }[] }> {
  const named = given.options['file']
  if (!Array.isArray(named) || named.length === 0) return {}
  const blobs = await Promise.all(named.map(opened))
  const files: { id: string }[] = []
  for (const { name, blob } of blobs) files.push({ id: await send(given, name, blob) })
  return { files }
}

async function opened(path: string): Promise<{ name: string; blob: Blob }> {
  try {
    return { name: basename(path), blob: await openAsBlob(path) }
  } catch {
    throw new UsageError(`The file ${path} cannot be read.`)
  }
}

/** By tus: announced with its name and length, then all of its bytes. */
async function send(given: Given, name: string, blob: Blob): Promise<string> {
  const begun = await asked(given, '/files', {
    method: 'POST',
    headers: { 'upload-length': String(blob.size), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` },
  })
  const { id } = (await begun.json()) as { id: string }
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  await asked(given, `/uploads/${id}`, { method: 'PATCH', headers, body: blob })
  return id
}

async function asked(
  given: Given,
  path: string,
  { headers, ...request }: RequestInit & { headers: Record<string, string> },
): Promise<Response> {
  const { url, token } = serverOf(given)
  const response = await fetch(`${url}/api/v1${path}`, {
    ...request,
    headers: { ...headers, authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' },
  }).catch(() => {
    throw new RefusedError(0, {})
  })
  if (!response.ok) throw new RefusedError(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>)
  return response
}
