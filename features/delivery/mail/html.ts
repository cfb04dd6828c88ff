import { directionOf } from '#platform/text/languages.ts'
import { reader } from '#platform/text/reader.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in HTML. */
export const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text

const sans = "font-family:Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const serif = "font-family:'Source Serif 4',Charter,'Iowan Old Style',Georgia,'Times New Roman',serif"

/** Inline styles, because mail clients know no others; the classes only turn colours over in the dark. */
export const styles = {
  sans,
  lead: `${sans};font-size:16px;line-height:23px;color:#1D2025`,
  meta: `${sans};font-size:14px;line-height:20px;color:#656970`,
  small: `${sans};font-size:13px;line-height:18px;color:#656970`,
  title: `${serif};margin:20px 0 6px;font-size:30px;line-height:38px;font-weight:600;letter-spacing:-.3px;color:#1D2025`,
  heading: `${sans};margin:36px 0 12px;font-size:16px;line-height:22px;font-weight:600;color:#1D2025`,
  reading: `${serif};margin:0;font-size:17px;line-height:26px;color:#474B53`,
  row: 'padding:16px 0;border-top:1px solid #E7E4DD',
} as const

const dark = `@media (prefers-color-scheme: dark) {
  .desk { background: #131518 !important } .paper { background: #1F2328 !important; border-color: #2A2F35 !important }
  .ink { color: #ECEAE6 !important } .ink2 { color: #BFC0BF !important } .ink3 { color: #989DA3 !important }
  .rule { border-color: #2A2F35 !important } .soft { background: #1B3331 !important }
  .btnm { background: #83CCC2 !important; border-color: #83CCC2 !important; color: #0C211F !important }
  .btnq { background: #1F2328 !important; border-color: #3B424A !important; color: #ECEAE6 !important }
}
h1:lang(ar) { letter-spacing: 0 !important }
@media (max-width: 600px) { .pad { padding-left: 22px !important; padding-right: 22px !important } .frame { padding: 0 !important } .paper { border: 0 !important; border-radius: 0 !important } .meta { padding: 20px 22px !important } }`

interface Page {
  readonly title: string
  /** What mail clients show beside the subject. */
  readonly preview: string
  readonly above: string
  readonly body: string
  readonly below: string
}

/** A whole mail around its body: one column of paper, tables only, nothing loaded from anywhere. Everything but `title` and `preview` is HTML already. */
export function mailPage({ title, preview, above, body, below }: Page): string {
  const { language } = reader()
  const column = 'role="presentation" cellpadding="0" cellspacing="0"'
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${dark}</style></head>
<body class="desk" style="margin:0;background:#F3F2EE">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preview)}</div>
<table ${column} dir="${directionOf(language)}" width="100%"><tr><td align="center" class="frame" style="padding:28px 16px 56px">
<table ${column} width="640" style="width:100%;max-width:640px">
<tr><td class="meta" style="${styles.meta};padding:0 4px 16px">${above}</td></tr>
<tr><td class="paper pad" style="background:#FFFFFF;border:1px solid #E7E4DD;border-radius:12px;padding:36px 44px 32px">
${body}
</td></tr>
<tr><td class="meta" style="${styles.small};padding:18px 4px 0">${below}</td></tr>
</table></td></tr></table>
</body></html>
`
}

/** The side on which a line ends, as tables in mails say it. */
export const ends = (): 'left' | 'right' => (directionOf(reader().language) === 'rtl' ? 'left' : 'right')

/** A link that looks like something to press; it only opens. */
export function button({ address, text, main }: { address: string; text: string; main: boolean }): string {
  const look = main
    ? 'background:#11625C;color:#FFFFFF;border:1px solid #11625C'
    : 'background:#FFFFFF;color:#1D2025;border:1px solid #D5D1C7'
  const shape = `${sans};display:inline-block;padding:8px 14px;border-radius:6px;font-size:14px;line-height:20px;font-weight:600;text-decoration:none;margin:0 3px 6px`
  return `<a href="${escaped(address)}" class="${main ? 'btnm' : 'btnq'}" style="${shape};${look}">${escaped(text)}</a>`
}

/** A quiet link within a sentence. */
export const link = (address: string, text: string): string =>
  `<a href="${escaped(address)}" class="ink3" style="color:#656970">${escaped(text)}</a>`

export function heading(text: string, note = ''): string {
  const beside = note === '' ? '' : ` <span style="font-weight:400;font-size:14px;color:#656970" class="ink3">${escaped(note)}</span>`
  return `<h2 style="${styles.heading}" class="ink">${escaped(text)}${beside}</h2>`
}

export const rows = (inner: readonly string[]): string =>
  // Strung together rather than joined: the rows of a large mail are copied once, when it is whole.
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${inner.reduce((all, row) => `${all}\n<tr>${row}</tr>`, '')}\n</table>`
