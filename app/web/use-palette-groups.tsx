import { type NavigateOptions, useNavigate, useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { verbIcons } from '#features/asks/web/verbs.ts'
import { listPeople } from '#features/availability/contract/people.ts'
import { DayBand } from '#features/availability/web/day-band.tsx'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { readsText } from '#features/availability/web/reads-text.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { getToday } from '#features/delivery/contract/today.ts'
import { search } from '#features/search/contract.ts'
import { completed } from '#features/search/rules/completing.ts'
import { linkOf } from '#features/search/web/link-of.ts'
import { useCompletions } from '#features/search/web/use-completions.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { answerOptions, useAnswer } from '#platform/browser/use-answer.ts'
import { useVisits } from '#platform/browser/visits.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Kbd } from '#ui/kbd.tsx'
import type { PaletteGroup, PaletteItem } from '#ui/palette.tsx'
import { type PaletteLink, matching, places } from './palette-links.ts'
import { t } from './palette-texts.ts'
import { ownSpaces } from './unpack-today.ts'
import { usePaletteActs } from './use-palette-acts.tsx'
import { useSettled } from '#platform/browser/use-settled.ts'

const SETTLING = 120
const FEW = 5

type Open = (link: NavigateOptions) => PaletteItem['choose']

interface Asked {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly onClose: () => void
}

/** What the palette leads to: what is next and was opened last, or what is found and can be done. */
export function usePaletteGroups({ text, onChange, onClose }: Asked): PaletteGroup[] {
  const navigate = useNavigate()
  const router = useRouter()
  const open: Open = (link) => (beside) => {
    onClose()
    if (beside) window.open(router.buildLocation(link).href, '_blank', 'noopener')
    else void navigate(link)
  }
  const q = text.trim()
  const next = useNext(open)
  const recent = useRecent(open)
  const { people, asks } = usePeople(q, open)
  const found = useFound(q, open)
  const complete = useCompleting(text, onChange)
  const acts = usePaletteActs(onClose)
  const links = matching([...places, ...useSpaceLinks()], q).map((link) => linkItem(link, open))
  const goTo = { title: t('goTo'), items: q === '' ? links.slice(0, places.length) : links.slice(0, FEW) }
  const matches = { title: t('do'), items: [...asks, ...matching(acts, q).slice(0, FEW), ...asking(q, open)] }
  const groups = q === '' ? [next, recent, goTo, { title: t('do'), items: acts }] : [complete, people, goTo, found, matches]
  return groups.filter(({ items }) => items.length > 0)
}

/** Operators of search and their values, once one is being written. */
function useCompleting(text: string, onChange: (text: string) => void): PaletteGroup {
  const { part, completions } = useCompletions(text, text.length)
  const items = completions.map(({ value, detail }) => ({
    key: `complete-${value}`,
    icon: <Icon name="search" />,
    label: value,
    detail,
    choose: () => part && onChange(completed(text, part, value).text),
  }))
  return { title: t('complete'), items: part?.operator ? items : [] }
}

function useNext(open: Open): PaletteGroup {
  const now = useNow()
  const zone = useMyZone()
  const asks = useQueryClient().getQueryData(answerOptions(getToday, {}).queryKey)?.needsYou ?? []
  const items = asks.slice(0, 3).map((ask) => ({
    key: `ask-${ask.id}`,
    icon: <Icon name={verbIcons[ask.verb]} />,
    label: ask.text,
    detail: ask.due ? t('due', { time: formatSoon(ask.due, { zone, now }) }) : undefined,
    choose: open({ to: '/threads/$number', params: { number: String(ask.number) }, hash: `ask-${ask.id}` }),
  }))
  return { title: t('next'), items }
}

/** What was opened last on this device. */
function useRecent(open: Open): PaletteGroup {
  const items = useVisits()
    .slice(0, FEW)
    .map(({ path, title }) => ({
      key: `visit${path.replaceAll('/', '-')}`,
      icon: <Icon name="clock" />,
      label: title,
      choose: open({ to: path }),
    }))
  return { title: t('recent'), items }
}

/** People by name, and that the first of them can be asked. */
function usePeople(q: string, open: Open): { people: PaletteGroup; asks: PaletteItem[] } {
  const now = useNow()
  const me = useMe()?.person.handle
  const settled = useSettled(q, SETTLING)
  const { data } = useAnswer(listPeople, { q: settled, active: 'true', limit: 3 }, { enabled: settled !== '', keepLast: true })
  const people = data?.items ?? []
  const days = useDays(people.map(({ handle }) => handle))
  const items = people.map(({ handle, name, timeZone }) => {
    const day = days.get(handle)
    return {
      key: `person-${handle}`,
      icon: <PersonAvatar name={name} zone={timeZone} size="sm" />,
      label: name,
      detail: day && readsText(day, now),
      end: day && <DayBand day={day} />,
      choose: open({ to: '/people/$handle', params: { handle } }),
    }
  })
  const asks = people
    .filter(({ handle }) => handle !== me)
    .slice(0, 1)
    .flatMap(({ handle, name }) => [
      {
        key: `ask-${handle}`,
        icon: <Icon name="message-circle-question-mark" />,
        label: t('askPerson', { name }),
        detail: items.find(({ key }) => key === `person-${handle}`)?.detail,
        choose: open({ to: '/threads/new', search: { to: handle } }),
      },
      {
        key: `direct-${handle}`,
        icon: <Icon name="lock" />,
        label: t('directly', { name }),
        choose: open({ to: '/threads/new', search: { direct: handle } }),
      },
    ])
  return { people: { title: t('people'), items }, asks }
}

function useFound(q: string, open: Open): PaletteGroup {
  const settled = useSettled(q, SETTLING)
  const { data } = useAnswer(search, { q: settled, limit: 8 }, { enabled: settled !== '', keepLast: true })
  const found = (data?.items ?? []).filter(({ type }) => type === 'thread' || type === 'post')
  const iconOf = (isPost: boolean, isConcluded: boolean): IconName => (isConcluded ? 'circle-check' : isPost ? 'quote' : 'messages-square')
  const items = found.slice(0, FEW).map((one) => ({
    key: `found-${one.number}-${one.seq ?? 0}`,
    icon: <Icon name={iconOf(one.type === 'post', one.state === 'concluded')} />,
    label: one.title,
    detail: one.space?.name,
    choose: open(linkOf(one)),
  }))
  return { title: t('threads'), items }
}

function useSpaceLinks(): PaletteLink[] {
  const spaces = useQueryClient().getQueryData(answerOptions(listSpaces, ownSpaces).queryKey)?.items ?? []
  return spaces.map(({ slug, name, visibility }) => ({
    to: `/spaces/${slug}`,
    label: name,
    icon: visibility === 'private' ? 'lock' : 'panels-top-left',
  }))
}

function linkItem({ to, label, icon, keys }: PaletteLink, open: Open): PaletteItem {
  return { key: `go-${to.replaceAll('/', '-')}`, icon: <Icon name={icon} />, label, end: keys && <Kbd keys={keys} />, choose: open({ to }) }
}

/** What can be done with words that lead nowhere yet. */
function asking(q: string, open: Open): PaletteItem[] {
  return [
    { key: 'search', icon: <Icon name="search" />, label: t('searchFor', { q }), choose: open({ to: '/search', search: { q } }) },
    { key: 'ask', icon: <Icon name="message-circle-question-mark" />, label: t('ask'), choose: open({ to: '/threads/new' }) },
  ]
}
