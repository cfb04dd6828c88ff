import { formatLongDate, formatNearDay, formatHour, formatTime, formatHourMark } from '#platform/text/format-time.ts'
import { saidAgain } from '#platform/text/kept-words.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { daylightBand } from './daylight-band.ts'
import {
  askCounts,
  askDetail,
  awayText,
  catchUpAddress,
  chosenText,
  draftsAddress,
  followedCount,
  itemAddress,
  itemTitle,
  moreText,
  nextText,
  settledText,
  threadAddress,
  threadNote,
  verbOf,
  whenNext,
} from './digest-text.ts'
import {
  type DigestMail,
  followedOf,
  fyiOf,
  headlineOf,
  type MailAsk,
  type MailItem,
  type MailKept,
  type MailSettled,
  type MailThread,
  mannerOf,
  namedOf,
  settledOf,
  shiftsOf,
  subjectOf,
  toldOf,
} from './digest.ts'
import { button, ends, escaped, heading, link, mailPage, rows, styles } from './html.ts'
import { mailText, whyText } from './texts.ts'
import { writtenAlike } from './written-alike.ts'

/** So many hours beside another one a time of day has room. */
const ROOM = 2.5

/** A delivery as the design's page: tables and inline styles, the daylight band in cells, no image and nothing from elsewhere. */
export function digestHtml(mail: DigestMail): string {
  const [followed, subject, headline] = [followedOf(mail), subjectOf(mail), headlineOf(mail)]
  const body = [
    top(mail, headline),
    section(heading(mailText('needsYou'), askCounts(mail)), [
      ...mail.asks.map((ask, index) => askRow(mail, ask, index === 0)),
      ...moreRow(mail),
    ]),
    section(
      heading(mailText('shifts')),
      shiftsOf(mail).map((item) => itemRow(mail, item)),
    ),
    section(
      heading(mailText('yourAsks')),
      toldOf(mail).map((item) => itemRowAlike(mail, item)),
    ),
    section(
      heading(mailText('settledMeanwhile')),
      settledOf(mail).map((settled) => settledRow(mail, settled)),
    ),
    section(
      heading(mailText('couldNotLeave')),
      mail.kept.map((kept) => keptRow(mail, kept)),
    ),
    section(
      heading(mailText('namesYou')),
      namedOf(mail).map((item) => itemRowAlike(mail, item)),
    ),
    section(
      heading(mailText('followed'), followedCount(followed)),
      followed.map((thread) => threadRowAlike(mail, thread)),
    ),
    section(
      heading(mailText('fyi'), mailText('fyiNote')),
      fyiOf(mail).map((thread) => threadRowAlike(mail, thread)),
    ),
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:32px"><tr><td class="soft" style="${styles.sans};background:#E2EFEC;border-radius:10px;padding:18px 20px;font-size:14px;line-height:21px;color:#1D2025"><span class="ink">${strong(nextText(mail), whenNext(mail))}</span></td></tr></table>`,
  ]
  return mailPage({
    title: subject,
    preview: headline.join(' '),
    above: above(mail, subject),
    body: body.filter(Boolean).join('\n'),
    below: below(mail),
  })
}

/** A sentence in which one part stands out. */
const strong = (text: string, part: string | null): string =>
  part === null ? escaped(text) : escaped(text).replace(escaped(part), (said) => `<b>${said}</b>`)

const section = (title: string, inner: readonly string[]): string => (inner.length === 0 ? '' : `${title}\n${rows(inner)}`)

function above(mail: DigestMail, subject: string): string {
  const when = `${formatLongDate(mail.now, mannerOf(mail))}, ${formatTime(mail.now, mannerOf(mail))}`
  return `<b class="ink" style="font-size:19px;line-height:27px;color:#1D2025;font-weight:600">${escaped(subject)}</b><br><span class="ink3">${escaped(mailText('about', mail))} &nbsp;${escaped(when)}</span>`
}

function top(mail: DigestMail, said: readonly string[]): string {
  const place = mailText('timeIn', { time: formatTime(mail.now, mannerOf(mail)), city: zoneCity(mail.zone) })
  const sides = [
    `<td style="${styles.meta};font-weight:600;color:#1D2025" class="ink">${escaped(mail.workspace)}</td>`,
    `<td align="${ends()}" style="${styles.meta}" class="ink3">${escaped(place)}</td>`,
  ]
  const headline = said.filter(Boolean).map(escaped).join('<br>')
  return `${rows([sides.join('')])}\n<h1 style="${styles.title}" class="ink">${headline}</h1>\n${awayPart(mail)}${daylightBand(mail.day)}\n${axis(mail.day.now)}`
}

function awayPart(mail: DigestMail): string {
  const away = awayText(mail)
  if (away === null) return ''
  return `<p style="margin:0 0 18px;${styles.meta}" class="ink2">${escaped(away)} ${link(catchUpAddress(mail), mailText('catchUp'))}</p>\n`
}

/** The hours below the band: now among them, and those that leave it room. */
function axis(now: number): string {
  const marks = [...[0, 6, 12, 18].filter((hour) => Math.abs(hour - now) >= ROOM), now].toSorted((a, b) => a - b)
  const last = Math.max(24 - ROOM, marks.at(-1) ?? 0)
  const cell = (text: string, from: number, to: number): string =>
    `<td width="${(((to - from) / 24) * 100).toFixed(2)}%" align="${from === last ? 'right' : 'left'}" style="${styles.small};font-size:12px" class="ink3">${text}</td>`
  const hours = marks
    .filter((hour) => hour < last)
    .map((hour, index, all) => cell(hour === now ? formatHour(hour) : formatHourMark(hour), hour, all[index + 1] ?? last))
  hours.push(cell(last === now ? formatHour(now) : formatHourMark(24), last, 24))
  return `<table role="presentation" dir="ltr" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed"><tr>${hours.join('')}</tr></table>`
}

function askRow(mail: DigestMail, ask: MailAsk, first: boolean): string {
  const manner = mannerOf(mail)
  const day =
    ask.due === null
      ? ''
      : ask.due < mail.now
        ? mailText('wasDueAt', { when: formatNearDay(ask.due, manner) })
        : formatNearDay(ask.due, manner)
  const time = ask.due === null ? mailText('whenever') : formatTime(ask.due, manner)
  const small = 'font-weight:400;font-size:13px;line-height:18px;color:#656970'
  const address = threadAddress(mail, ask)
  return `<td valign="top" width="84" style="${styles.lead};${styles.row};font-weight:600" class="ink rule">${escaped(time)}<br><span style="${small}" class="ink3">${escaped(day)}</span></td><td valign="top" style="${styles.sans};${styles.row}" class="rule"><p style="margin:0;${styles.lead}" class="ink"><span style="color:#656970" class="ink3">${escaped(verbOf(ask))}</span>&nbsp; <b style="font-weight:600">${escaped(ask.text)}</b></p><p style="margin:3px 0 10px;${styles.meta}" class="ink3">${escaped(askDetail(ask))}</p>${button({ address, text: mailText(ask.takenFrom === null ? ask.verb : 'take'), main: first })}</td>`
}

function moreRow(mail: DigestMail): string[] {
  const more = moreText(mail)
  if (more === null) return []
  return [
    `<td></td><td style="${styles.meta};padding:2px 0 0" class="ink3">${escaped(more)} ${link(`${mail.url}/`, mailText('seeThem'))}</td>`,
  ]
}

const titleLink = ({ address, title }: { readonly address: string; readonly title: string }): string =>
  `<a href="${escaped(address)}" class="ink" style="color:#1D2025;text-decoration:none">${escaped(title)}</a>`

function itemRow(mail: DigestMail, item: MailItem): string {
  const text = item.text === '' ? '' : `<p style="${styles.reading}" class="ink2">${escaped(item.text)}</p>`
  return `<td style="${styles.row}" class="rule"><p style="margin:0;${styles.small}" class="ink3">${escaped(whyText(item))}</p><p style="margin:2px 0 4px;${styles.lead};font-weight:600" class="ink">${titleLink({ address: itemAddress(mail, item), title: itemTitle(mail, item) })}</p>${text}</td>`
}

const itemRowAlike = writtenAlike(itemRow)

function settledRow(mail: DigestMail, settled: MailSettled): string {
  const title = titleLink({ address: threadAddress(mail, settled), title: settled.text })
  return `<td style="${styles.row}" class="rule"><p style="margin:0;${styles.lead};font-weight:600" class="ink">${title}</p><p style="margin:3px 0 0;${styles.meta}" class="ink3">${escaped(settledText(settled))}</p></td>`
}

function keptRow(mail: DigestMail, { title, reason }: MailKept): string {
  return `<td style="${styles.row}" class="rule"><p style="margin:0 0 4px;${styles.lead};font-weight:600" class="ink">${escaped(title)}</p><p style="${styles.reading}" class="ink2">${escaped(saidAgain(reason))} ${link(draftsAddress(mail), mailText('open'))}</p></td>`
}

function threadRow(mail: DigestMail, thread: MailThread): string {
  return `<td style="${styles.row}" class="rule"><p style="margin:0;${styles.small}" class="ink3">${escaped(thread.space)}</p><p style="margin:2px 0 4px;${styles.lead};font-weight:600" class="ink">${titleLink({ address: threadAddress(mail, thread), title: thread.title })}</p><p style="${styles.reading}" class="ink2">${escaped(thread.text)}</p><p style="margin:5px 0 0;${styles.small}" class="ink3">${escaped(threadNote(thread))}</p></td>`
}

const threadRowAlike = writtenAlike(threadRow)

function below(mail: DigestMail): string {
  const change = link(`${mail.url}/settings/hours`, mailText('changeTimes'))
  const stop = link(`${mail.url}/settings`, mailText('stopMail'))
  return `<span class="ink3">${escaped(chosenText(mail))} ${change}. ${stop}. ${escaped(mailText('noTracking'))}</span>`
}
