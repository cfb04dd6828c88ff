import type { BrowserContext } from 'playwright-core'

/** The streams that a browser opened: each by the position behind which it was to go on. From the first answer on, nothing that is done is missed. */
export function streamsOf(context: BrowserContext) {
  const opened: string[] = []
  let wake = (): void => {}
  context.on('response', (response) => {
    const request = response.request()
    if (new URL(request.url()).pathname !== '/api/v1/live') return
    opened.push(request.headers()['last-event-id'] ?? '')
    wake()
  })
  const answered = async (count: number): Promise<void> => {
    while (opened.length < count) await new Promise<void>((resolve) => (wake = resolve))
  }
  return { opened, answered }
}
