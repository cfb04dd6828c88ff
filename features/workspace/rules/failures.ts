import { conflict, type Failure } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

export const alreadySetUp = (): Failure => conflict('setup.already_done', () => refusalText('alreadySetUp'))
