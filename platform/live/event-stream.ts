import type { Listener } from './live.ts'

const BEAT = 25_000
/** A reader that leaves this much unread is not there any more. */
const MOST_WAITING = 64

interface Opening {
  /** Asked at every beat; what it was opened with may have ended since. */
  readonly stillAllowed: () => Promise<boolean>
  readonly onClose: () => void
}

export interface StreamListener extends Pick<Listener, 'send' | 'close'> {
  /** Says up to which position the reader is told of everything. */
  begin(position: number): void
}

/** A response that is a stream of server-sent events, and the hand that writes into it. Comments keep it open; nothing waits in memory for a reader who does not read. */
export function eventStream({ stillAllowed, onClose }: Opening): { response: Response; listener: StreamListener } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const beat = setInterval(() => void keepOpen(), BEAT)
  beat.unref()

  function write(text: string): boolean {
    if (!controller || (controller.desiredSize ?? 0) < -MOST_WAITING) return false
    controller.enqueue(encoder.encode(text))
    return true
  }

  function close(): void {
    clearInterval(beat)
    const open = controller
    controller = null
    open?.close()
  }

  async function keepOpen(): Promise<void> {
    const allowed = await stillAllowed().catch(() => true)
    if (!controller) return
    if (!allowed || !write(': still here\n\n')) onClose()
  }

  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened
    },
    cancel: () => {
      controller = null
      onClose()
    },
  })
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return {
    response: new Response(body, { headers }),
    listener: {
      begin: (position) => void write(`retry: 2000\nid: ${position}\n: open\n\n`),
      send: (keys, at) => write(`id: ${at}\ndata: ${JSON.stringify({ keys })}\n\n`),
      close,
    },
  }
}
