import type { ImportEvent } from './events.ts'

/** By event type, why nobody is reached: an import is silent from its beginning to its end. */
export const noticesOfTransfer = {
  'import.started': 'Whoever starts an import watches it.',
  'import.stopped': 'It stands in the list of imports.',
  'import.resumed': 'It stands in the list of imports.',
} satisfies Readonly<Record<ImportEvent['type'], string>>
