import { useNow } from '#platform/browser/now.tsx'
import { formatTime } from '#platform/text/format-time.ts'
import { localHour } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Avatar } from '#ui/avatar.tsx'
import { t } from './texts.ts'

interface PersonAvatarProps {
  readonly name: string
  /** Where they are; undefined while it is not known. */
  readonly zone: string | undefined
  readonly size?: 'xs' | 'sm' | 'lg' | 'xl'
}

/** A person's initials on the sky of where they are. */
export function PersonAvatar({ name, zone, size }: PersonAvatarProps) {
  const now = useNow()
  const title = zone === undefined ? name : t('where', { name, time: formatTime(now, { zone }), city: zoneCity(zone) })
  return <Avatar name={name} hour={zone === undefined ? null : localHour(now, zone)} title={title} {...(size ? { size } : {})} />
}
