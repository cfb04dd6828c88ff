import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatList } from '#platform/text/format-span.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { Tag } from '#ui/tag.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Import, getImport, listImports, resumeImport, stopImport } from '../contract.ts'
import { LeftOut } from './left-out.tsx'
import { t } from './texts.ts'

const states = {
  waiting: 'stateWaiting',
  running: 'stateRunning',
  stopped: 'stateStopped',
  done: 'stateDone',
  failed: 'stateFailed',
} as const satisfies Record<Import['state'], string>
const counted = ['people', 'spaces', 'threads', 'posts', 'reactions'] as const
const shows = { refreshes: [listImports, getImport] }

/** One import: how far it is, what it added and left out, and what can be done about it. */
export function ImportRow({ each }: { each: Import }) {
  const now = useNow()
  const zone = useMyZone()
  const stop = useSend(stopImport, shows)
  const resume = useSend(resumeImport, shows)
  const { id, archive: name, state, place, by, at, may } = each
  const when = formatDateTime(at, { zone, now })
  const failure = stop.error?.message ?? resume.error?.message ?? each.failure
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          <bdi>{name}</bdi> <Tag tone={state === 'failed' ? 'care' : 'plain'}>{t(states[state])}</Tag>
        </p>
        <p className="row__s num" dir="auto">
          {t(place === 'host' ? 'lineOnHost' : 'line', { name: by.name, when })} {saidOf(each)}
        </p>
        {(state === 'running' || state === 'stopped') && <Progress label={t('progressOf', { name })} part={partOf(each)} />}
        {failure && <Notice tone="stop">{failure}</Notice>}
        <LeftOut skipped={each.skipped} />
      </div>
      {may.stop && (
        <Button
          small
          icon="pause"
          busy={stop.isPending}
          aria-label={t('stopOf', { name })}
          onClick={() => stop.mutate({ id }, { onSuccess: () => showToast({ text: t('stopped') }) })}
        >
          {t('stop')}
        </Button>
      )}
      {may.resume && (
        <Button small icon="rotate-ccw" busy={resume.isPending} aria-label={t('resumeOf', { name })} onClick={() => resume.mutate({ id })}>
          {t('resume')}
        </Button>
      )}
    </li>
  )
}

const partOf = ({ progress: { done, total } }: Import): number => (total > 0 ? done / total : 0)

function saidOf(each: Import): string {
  const kinds = counted.filter((kind) => each.added[kind] > 0)
  const added = kinds.length > 0 ? t('added', { what: formatList(kinds.map((kind) => t(kind, { count: each.added[kind] }))) }) : ''
  if (each.state === 'running' || each.state === 'stopped')
    return [t('percent', { percent: Math.floor(partOf(each) * 100) }), added].join(' ')
  return each.state === 'done' ? added || t('addedNothing') : added
}
