import {
  type Space,
  addMember,
  changeSpace,
  followSpace,
  getSpace,
  listMembers,
  listSpaces,
  removeMember,
} from '#features/spaces/contract/space.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#features/availability/web/use-me.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { SpaceDialog } from './space-dialog.tsx'
import { SpaceHours } from './space-hours.tsx'
import { t } from './texts.ts'

const shows = [getSpace, listSpaces, listMembers]

/** Beside a space: how its people work, what reaches the reader of it, joining and leaving. */
export function SpacePanel({ space }: { space: Space }) {
  const me = useMe()?.person.handle ?? ''
  const [isChanging, setChanging] = useState(false)
  const follow = useSend(followSpace, { refreshes: shows })
  const join = useSend(addMember, { refreshes: shows })
  const leave = useSend(removeMember, { refreshes: shows })
  const archive = useSend(changeSpace, { refreshes: shows })
  const problem = join.error ?? leave.error ?? archive.error
  return (
    <aside className="panel" aria-label={t('how')}>
      <SpaceHours space={space} />
      <section>
        <h2>{t('how')}</h2>
        <dl className="kv">
          <dt>{t('answers')}</dt>
          <dd>{space.respondWithin === 0 ? t('sameDay') : t('days', { count: space.respondWithin })}</dd>
          {space.rotation && (
            <>
              <dt>{t('rotation')}</dt>
              <dd>
                <Link to="/rotations/$slug" params={{ slug: space.rotation }}>
                  {space.rotation}
                </Link>
              </dd>
            </>
          )}
          <dt>{t('memberCount')}</dt>
          <dd>{space.memberCount}</dd>
          <dt>{t('reads')}</dt>
          <dd>{t(space.visibility)}</dd>
        </dl>
      </section>
      <section>
        <SelectField
          label={t('follow')}
          value={space.follow}
          onChange={(event) => follow.mutate({ slug: space.slug, level: event.target.value as Space['follow'] })}
        >
          <option value="digest">{t('followDigest')}</option>
          <option value="named">{t('followNamed')}</option>
          <option value="quiet">{t('followQuiet')}</option>
        </SelectField>
      </section>
      <section className="acts acts--wrap panel__acts">
        {space.may.join && (
          <Button small busy={join.isPending} onClick={() => join.mutate({ slug: space.slug, handle: me })}>
            {t('join')}
          </Button>
        )}
        {space.may.leave && (
          <Button small kind="bare" onClick={() => leave.mutate({ slug: space.slug, handle: me })}>
            {t('leave')}
          </Button>
        )}
        {space.may.change && (
          <Button small kind="bare" onClick={() => setChanging(true)}>
            {t('edit')}
          </Button>
        )}
        {space.may.archive && (
          <Button small kind="bare" onClick={() => archive.mutate({ slug: space.slug, archived: !space.archived })}>
            {space.archived ? t('unarchive') : t('archive')}
          </Button>
        )}
        {problem && <Notice>{problem.message}</Notice>}
      </section>
      {isChanging && <SpaceDialog space={space} onClose={() => setChanging(false)} />}
    </aside>
  )
}
