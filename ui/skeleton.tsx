import { t } from './texts.ts'

interface SkeletonProps {
  /** The shape of what is coming. */
  readonly shape: 'rows' | 'text' | 'lanes'
  readonly count?: number
}

const widths = ['72%', '58%', '66%', '81%', '49%'] as const

/** Still grey bars, only after 300 ms. */
export function Skeleton({ shape, count = 4 }: SkeletonProps) {
  return (
    <div className="wait-a-little" role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <Piece key={index} shape={shape} width={widths[index % widths.length] ?? '60%'} />
      ))}
    </div>
  )
}

function Piece({ shape, width }: { shape: SkeletonProps['shape']; width: string }) {
  if (shape === 'text') return <span className="sk sk--text" style={{ width }} />
  if (shape === 'lanes') return <span className="sk sk--lane" />
  return (
    <div className="skr">
      <span className="sk sk--due" />
      <span>
        <span className="sk sk--title" style={{ width }} />
        <span className="sk sk--meta" />
      </span>
    </div>
  )
}
