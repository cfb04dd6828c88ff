import { rm } from 'node:fs/promises'
import type { Context } from '#platform/context.ts'
import type { Endpoint, InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { Failure } from '#platform/contract/failure.ts'
import type { App } from './app.ts'
import { answerWith, BASE, namedInput, requireContext, visitOf } from './handle.ts'
import { once } from './once.ts'
import { type Received, receiveFile } from './receive-file.ts'
import { refusalText } from './refusal-texts.ts'

/** How an endpoint whose body is a file is answered. */
interface UploadManner<E extends Endpoint> {
  /** Where the file lies until it is moved away; at most so many bytes of it. */
  readonly folder: string
  readonly largest: number
  /** Refuses before any of the file is taken. */
  ensure(ctx: Context): void
  answer(ctx: Context, input: InputOf<E> & { readonly file: Received }): Promise<OutputOf<E>>
  /** As for other endpoints: how a repeat finds what was made. */
  again(ctx: Context, made: string): Promise<OutputOf<E>>
  made(output: OutputOf<E>): string
}

/** Binds an endpoint that takes a file as its body. The same file with the same `Idempotency-Key` is the same request. */
export function handleUpload<E extends Endpoint>(app: App, endpoint: E, manner: UploadManner<E>): void {
  app.endpoints.push(endpoint)
  app.hono.on(endpoint.method, BASE + endpoint.path, async (c) => {
    const ctx = requireContext(endpoint.access, await visitOf(app.server, c), c)
    manner.ensure(ctx)
    const input = namedInput(endpoint, c) as InputOf<E>
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!endpoint.upload?.includes(type)) throw wrongType(endpoint.upload ?? [])
    const file = await receiveFile(c, manner)
    const run = (within: Context): Promise<OutputOf<E>> => manner.answer(within, { ...input, file })
    try {
      const key = c.req.header('idempotency-key')
      const request = `${endpoint.name} ${c.req.url} ${file.sha256}`
      const output = key
        ? await once(ctx, { key, request, made: manner.made }, { run, again: (within, made) => manner.again(within, made ?? '') })
        : await run(ctx)
      return answerWith(app.server, c, { endpoint, output })
    } finally {
      await rm(file.path, { force: true })
    }
  })
}

const wrongType = (types: readonly string[]): Failure =>
  new Failure({
    code: 'upload.wrong_type',
    status: 400,
    message: () => refusalText('wrongType', { header: `Content-Type: ${types[0] ?? ''}` }),
  })
