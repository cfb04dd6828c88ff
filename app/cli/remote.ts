import { type CallOptions, call } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'
import { type Given, type Output, UsageError, textOption } from './command.ts'

/** The options of every command that talks to a server. */
export const remoteOptions = { url: { type: 'string' }, json: { type: 'boolean' } } as const
export const remoteOptionHelp = {
  url: 'Where the server is; else BATON_URL, else http://127.0.0.1:3000.',
  json: 'Print what the API answered.',
}

/** Calls an endpoint of the server that was named, with the token of the environment; a repeat of a write after a lost answer is done once. */
export async function callServer<E extends Endpoint>(given: Given, endpoint: E, input: RequestOf<E>): Promise<OutputOf<E>> {
  const options: CallOptions = serverOf(given)
  return endpoint.method === 'GET'
    ? call(endpoint, input, options)
    : call(endpoint, input, { ...options, idempotencyKey: crypto.randomUUID() })
}

/** The server that was named, and the token of the environment for it. */
export function serverOf(given: Given): { url: string; token: string } {
  const token = given.env['BATON_TOKEN']
  if (!token) throw new UsageError('BATON_TOKEN is not set. Make a token under Settings, or on the host with "baton token HANDLE".')
  return { token, url: serverUrl(given) }
}

function serverUrl(given: Given): string {
  const url = textOption(given, 'url') ?? given.env['BATON_URL'] ?? 'http://127.0.0.1:3000'
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new UsageError(`"${url}" is not an address such as https://baton.example.com.`)
  return url.replace(/\/+$/, '')
}

/** Prints an answer as it came when --json was given, else in words. */
export function show(given: Given, output: Output, { answer, words }: { answer: unknown; words: () => string }): void {
  output.answer(given.options['json'] === true ? JSON.stringify(answer) : words())
}
