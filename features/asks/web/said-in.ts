import type { Ask } from '../contract/ask.ts'
import { t } from './texts.ts'

/** What an ask says, or that its text was taken away with the post that it was made in. */
export const saidIn = ({ text }: Pick<Ask, 'text'>): string => text || t('askDeleted')
