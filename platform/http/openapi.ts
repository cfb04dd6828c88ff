import { z } from 'zod'
import type { Endpoint } from '#platform/contract/endpoint.ts'

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] }

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do next.' },
    code: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } } },
  },
}

/** The contract as OpenAPI 3.1. `url` is where this Baton answers. */
export function openApi(endpoints: readonly Endpoint[], about: { title: string; version: string; url: string }): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: about.title,
      version: about.version,
      description: 'All of Baton. Instants are RFC 3339 in UTC, zones are IANA names, errors are RFC 9457.',
    },
    servers: [{ url: `${about.url}/api/v1` }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: '__Host-baton' } },
    },
  }
}

function operation(endpoint: Endpoint): object {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    security: security(endpoint.access),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...requestBody(endpoint),
    responses: {
      [endpoint.status]: { description: 'Done', ...(endpoint.status === 204 ? {} : { content: answered(endpoint) }) },
      default: {
        description: refusals(endpoint),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const answered = ({ gives, output }: Endpoint): object =>
  gives ? { [gives]: {} } : { 'application/json': { schema: schemaOf(output, 'output') } }

function requestBody({ method, body, upload }: Endpoint): object {
  if (upload) return { requestBody: { required: true, content: Object.fromEntries(upload.map((type) => [type, {}])) } }
  const schema = schemaOf(body, 'input')
  const hasBody = method !== 'GET' && (schema.properties === undefined || Object.keys(schema.properties).length > 0)
  return hasBody ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {}
}

function security(access: Endpoint['access']): object[] {
  if (access === 'open') return []
  return access === 'session' ? [{ session: [] }] : [{ session: [] }, { token: [access] }]
}

const refusals = (endpoint: Endpoint): string =>
  endpoint.failures.length === 0 ? 'A problem that says what to do next' : `A problem, among others: ${endpoint.failures.join(', ')}`

function parameters(schema: z.ZodType, place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
