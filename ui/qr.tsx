interface QrProps {
  /** How many units its box is wide and high. */
  readonly size: number
  readonly path: string
  readonly label: string
}

/** A QR code: dark on white in every theme, for cameras. */
export function Qr({ size, path, label }: QrProps) {
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
