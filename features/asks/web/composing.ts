import type { Preview, previewAttention } from '#features/availability/contract/preview.ts'
import { newKey } from '#platform/browser/new-key.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import type { PostFile } from '#features/threads/contract/file.ts'
import type { Ask } from '../contract/ask.ts'
import type { addPost } from '../contract/threads.ts'
import { proseOf } from '../rules/prose.ts'
import type { NeededByAsked } from './needed-by-text.ts'

/** An ask as it is being put together. */
export interface AskDraft {
  readonly key: string
  readonly to: string
  readonly verb: Ask['verb']
  readonly text: string
  /** Without one, what its space expects. */
  readonly neededBy?: NeededByAsked | undefined
  readonly attention: 'timely' | 'urgent'
  readonly reason: string
  /** Of something urgent: it does not belong to the incident that is open. */
  readonly anotherMatter?: boolean
  /** What is safe to start until it is answered. */
  readonly meanwhile: string
}

/** A post as it is being written. */
export interface PostDraft {
  readonly body: string
  readonly fyi: boolean
  readonly asks: readonly AskDraft[]
  readonly files: readonly PostFile[]
  /** When it is to leave; null for at once. */
  readonly sendAt: string | null
}

export const emptyPost: PostDraft = { body: '', fyi: false, asks: [], files: [], sendAt: null }

type AskRequest = NonNullable<RequestOf<typeof addPost>['asks']>[number]

export function newAsk(over: Partial<AskDraft> = {}): AskDraft {
  return { key: newKey(), to: '', verb: 'answer', text: '', attention: 'timely', reason: '', meanwhile: '', ...over }
}

/** The sentence that an ask takes from the text while none is written for it: the last question, else the first line. */
export function askTextFrom(body: string): string {
  const plain = body.replaceAll(/```[\s\S]*?(?:```|$)/g, ' ').replaceAll(/^>.*$/gm, ' ')
  const questions = plain.match(/[^.!?？\n]+[?？]/g)
  const sentence = questions?.at(-1) ?? plain.trim().split('\n')[0] ?? ''
  return sentence
    .replaceAll(/@[\w.-]+[,:]?/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

/** Whether anything was chosen or written for an ask. One that has words and names nobody is refused, and not left out in silence. */
export const isMeant = ({ to, text, meanwhile, attention }: AskDraft): boolean =>
  [to, text, meanwhile].some((written) => written.trim() !== '') || attention === 'urgent'

/** The asks as they are sent: those that are meant. */
export function asksToSend({ body, asks }: Pick<PostDraft, 'body' | 'asks'>): AskRequest[] {
  return asks.filter(isMeant).map(({ to, verb, text, neededBy, attention, reason, anotherMatter = false, meanwhile }) => ({
    to,
    verb,
    text: text.trim() || askTextFrom(body),
    ...(neededBy === undefined ? {} : { neededBy }),
    ...(attention === 'urgent' ? { attention, reason, ...(anotherMatter ? { anotherMatter } : {}) } : {}),
    ...(meanwhile.trim() === '' ? {} : { meanwhile: meanwhile.trim() }),
  }))
}

/** What is asked before sending about one ask; `at` is when it is to leave, null for at once. */
export function previewOf(
  { to, attention, neededBy }: AskDraft,
  { space, at }: { space: string | undefined; at: string | null },
): RequestOf<typeof previewAttention> {
  return { to: [to], attention, ...(space ? { space } : {}), ...(at ? { at } : {}), ...(neededBy === undefined ? {} : { neededBy }) }
}

/** The same about each of a space that is asked: it comes to them in their own day, interrupts none, and is due for all when the ask is. */
export function previewOfMembers(
  ask: AskDraft,
  place: Parameters<typeof previewOf>[1],
  { team: { due, unreachable }, handles }: { team: Pick<Preview, 'due' | 'unreachable'>; handles: string[] },
): RequestOf<typeof previewAttention> {
  const neededBy = due === null ? 'whenever' : { at: due }
  return { ...previewOf({ ...ask, attention: 'timely' }, place), to: handles, ...(unreachable ? {} : { neededBy }) }
}

/** The handles a text mentions in its own words. */
export function mentionsIn(body: string): string[] {
  return [...new Set([...proseOf(body).matchAll(/(?<![\w@.-])@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/g)].map((match) => match[1] ?? ''))]
}
