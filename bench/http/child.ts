import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process of ours that answers what it is asked, one question after another. */
export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>
  end(): Promise<void>
}

interface Reply<Answer> {
  readonly answer?: Answer
  readonly failed?: string
}

/** Starts a file of bench/ as a process of its own, so that what it costs is not counted as somebody else's. */
export function startChild<Question extends object, Answer>(file: string): Child<Question, Answer> {
  const process = fork(join(import.meta.dirname, '..', file), { serialization: 'advanced' })
  const exit = once(process, 'exit')
  let settle: (reply: Reply<Answer>) => void = () => {}
  process.on('message', (reply) => settle(reply as Reply<Answer>))
  process.on('exit', () => settle({ failed: 'it ended by itself' }))
  return {
    async ask(question) {
      const { promise, resolve } = Promise.withResolvers<Reply<Answer>>()
      settle = resolve
      process.send(question)
      const { answer, failed } = await promise
      if (answer === undefined) throw new Error(`${file}: ${failed}`)
      return answer
    },
    async end() {
      if (process.connected) process.disconnect()
      await exit
    },
  }
}

/** What such a process does: answers questions until its parent lets go of it. */
export function answers<Answer>(work: (question: never) => Promise<Answer>): void {
  const reply = (it: Reply<Answer>): void => void process.send?.(it)
  process.on('message', (question) => {
    work(question as never).then(
      (answer) => reply({ answer }),
      (error: unknown) => reply({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}
