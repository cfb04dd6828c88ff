import { escaped, mailPage, styles } from './html.ts'

/** A short mail about one thing, which wants nothing of its reader but to know. */
export interface Letter {
  readonly workspace: string
  readonly subject: string
  readonly lead: string
  /** Shown large, to be copied. */
  readonly code?: string
  readonly more: readonly string[]
}

export function letterText({ lead, code, more }: Letter): string {
  return [lead, '', ...(code === undefined ? [] : [code, '']), ...more.flatMap((line) => [line, ''])].join('\n')
}

export function letterHtml({ workspace, subject, lead, code, more }: Letter): string {
  const large = code === undefined ? '' : `<p style="${styles.title};font-size:34px;letter-spacing:6px" class="ink">${escaped(code)}</p>\n`
  const body = `<h1 style="${styles.title}" class="ink">${escaped(lead)}</h1>
${large}${more.map((line) => `<p style="${styles.reading};margin:12px 0 0" class="ink2">${escaped(line)}</p>`).join('\n')}`
  // Beside the subject nothing of the code is shown, for whoever looks over a shoulder.
  return mailPage({ title: subject, preview: more[0] ?? '', above: escaped(workspace), body, below: '' })
}
