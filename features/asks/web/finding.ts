import { type ComponentType, createContext, use } from 'react'

/** Something that exists already and may be the answer: a thread, or a post in it. */
export interface AnswerFound {
  readonly number: number
  readonly post: string | null
}

/** What is found stands in search, of which asks know nothing: the shell hands in what shows it. */
export interface Finding {
  /** What may have been answered already of a text that is about to be asked; draws nothing where there is none. */
  readonly Answered: ComponentType<{ text: string; except?: number | undefined; onLink: (number: number) => void }>
  /** Looks for an answer that exists. */
  readonly FindAnswer: ComponentType<{ about: string; onFound: (found: AnswerFound) => void; onClose: () => void }>
}

export const FindingContext = createContext<Finding | null>(null)

export const useFinding = (): Finding | null => use(FindingContext)

/** A thread that may be meant. */
export interface FoundThread {
  readonly number: number
  readonly title: string
}

/** Finds threads by their number or by words of their titles; provided by the shell, as search is nothing asks know of. */
export const FindThreadsContext = createContext<((begun: string) => Promise<readonly FoundThread[]>) | null>(null)
