import type { Endpoint } from '#platform/contract/endpoint.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (value: string): string => value.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** The contract for people to read: every endpoint, what it needs and what it may refuse. Plain HTML, no script and no style. */
export function contractPage(endpoints: readonly Endpoint[], title: string): string {
  const areas = Map.groupBy(endpoints, (endpoint) => endpoint.path.split('/')[1] ?? '')
  const sections = [...areas].map(([area, within]) => `<h2>${text(area)}</h2>\n<dl>\n${within.map(entry).join('\n')}\n</dl>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title></head>
<body><main><h1>${text(title)}</h1>
<p>Base address <code>/api/v1</code>. Send <code>Authorization: Bearer baton_…</code>. The same contract as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
${sections.join('\n')}</main></body></html>`
}

function entry({ method, path, summary, access, failures }: Endpoint): string {
  const refusals =
    failures.length === 0 ? '' : ` Refusals: ${failures.map((code) => `<code id="${text(code)}">${text(code)}</code>`).join(', ')}.`
  return `<dt><code>${method} ${text(path)}</code></dt><dd>${text(summary)} Needs <code>${text(access)}</code>.${refusals}</dd>`
}
