import { misplaced } from '../architecture.js'
import { fileOf } from './file-of.js'

/** Every file has a place: the closed vocabulary of a feature folder, and the folders at the top. */
export const anatomy = {
  meta: { type: 'problem', docs: { description: 'A feature folder holds only the words of its vocabulary.' } },
  create(context) {
    const why = misplaced(fileOf(context))
    return why ? { Program: (node) => context.report({ node, message: `${why}. ARCHITECTURE.md lists the places.` }) } : {}
  },
}
