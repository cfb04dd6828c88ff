export interface ServerEvent {
  /** The id that holds from this event on; empty until the first. */
  readonly id: string
  /** Empty for what only keeps the stream open. */
  readonly data: string
}

/** Reads a stream of server-sent events, each as it comes. */
export async function* serverEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let id = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (text + value).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      id = fieldOf(block, 'id') || id
      yield { id, data: fieldOf(block, 'data') }
    }
  }
}

function fieldOf(block: string, name: string): string {
  const lines = block.split('\n').filter((line) => line.startsWith(`${name}:`))
  return lines.map((line) => line.slice(name.length + 1).replace(/^ /, '')).join('\n')
}
