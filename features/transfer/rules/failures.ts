import type { Role } from '#platform/context.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { mayImport } from '../policy.ts'
import { refusalText } from './refusal-texts.ts'

/** Throws `import.not_allowed` for whoever does not run the workspace. */
export function ensureMayImport(role: Role): void {
  if (!mayImport(role)) throw forbidden('import.not_allowed', () => refusalText('notAllowed'))
}
