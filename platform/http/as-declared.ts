import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Failure } from '#platform/contract/failure.ts'
import type { RequestContext, Server } from './app.ts'

/** Throws where an endpoint answers something else than its contract says. */
export function ensureDeclared(endpoint: Pick<Endpoint, 'name' | 'output'>, output: unknown): void {
  const result = endpoint.output.safeParse(JSON.parse(JSON.stringify(output)))
  if (!result.success) throw new Error(`${endpoint.name} answers something else than it declares: ${result.error.message}`)
}

/** What any endpoint may refuse by, whatever it declares. */
const everywhere = /^((request|idempotency|service)\.\w+|session\.(required|other_person)|token\.too_narrow)$/

type Responding = (c: RequestContext) => Promise<Response>

/** Where outputs are checked, a refusal that the contract does not name is a fault as well. */
export function refusingAsDeclared({ checkOutputs }: Server, { name, failures }: Endpoint, respond: Responding): Responding {
  if (!checkOutputs) return respond
  return (c) =>
    respond(c).catch((error: unknown) => {
      const isUndeclared = error instanceof Failure && !everywhere.test(error.code) && !failures.includes(error.code)
      throw isUndeclared ? new Error(`${name} refuses by ${error.code}, which it does not declare`, { cause: error }) : error
    })
}
