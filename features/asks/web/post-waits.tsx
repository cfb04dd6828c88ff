import type { PostFile } from '#features/threads/contract/file.ts'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { classes } from '#ui/classes.ts'
import { Notice } from '#ui/notice.tsx'
import type { Post } from '../contract/threads.ts'
import { WaitingActs } from './waiting-acts.tsx'
import { WaitingState, useWhyNotSent } from './waiting-posts.tsx'
import { postActIn, wordsIn } from './waiting-words.ts'
import { t } from './waiting-texts.ts'

/** How the reader changed a post, or that they took it away, while that waits or was refused. */
export const usePostWaits = ({ id }: Post): readonly Waiting[] => useWaiting((one) => postActIn(one)?.post === id)

/** The files of a post as they will be once what was changed is sent, as far as they are known here. */
export function filesWith(waits: readonly Waiting[], files: readonly PostFile[]): readonly PostFile[] {
  const kept = waits.findLast(({ request }) => request.body['files'] !== undefined)?.request.body['files']
  if (!Array.isArray(kept)) return files
  const ids = new Set((kept as readonly { id: string }[]).map(({ id }) => id))
  return files.filter(({ id }) => ids.has(id))
}

interface PostWaitsProps {
  readonly waits: readonly Waiting[]
  /** What waited is being written again. */
  readonly onTaken: () => void
}

/** In the place of a post, or below it: what will stand there, or could not be sent. */
export function PostWaits({ waits, onTaken }: PostWaitsProps) {
  return waits.map((one) => <OneWaits key={one.key} waiting={one} onTaken={onTaken} />)
}

function OneWaits({ waiting, onTaken }: { waiting: Waiting; onTaken: () => void }) {
  const words = wordsIn(waiting)
  const why = useWhyNotSent(waiting)
  const acts = <WaitingActs waiting={waiting} onTaken={onTaken} />
  return (
    <div className={classes(waiting.refusal !== null && 'post is-waiting')}>
      {words !== '' && (
        <div className="read as-written" dir="auto">
          {words}
        </div>
      )}
      {waiting.refusal ? (
        <Notice tone="stop" acts={acts}>
          {why}
        </Notice>
      ) : (
        <footer className="react">
          {words === '' && <span>{t('deletes')}</span>}
          <WaitingState waiting={waiting} />
          <span className="acts">{acts}</span>
        </footer>
      )}
    </div>
  )
}
