import { objection } from '../architecture.js'
import { fileOf } from './file-of.js'

/** Imports follow the tables of architecture.js. */
export const boundaries = {
  meta: { type: 'problem', docs: { description: 'Imports flow app → features → platform | ui, and down the order of the features.' } },
  create(context) {
    const file = fileOf(context)
    const check = (node) => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const why = objection(file, specifier, node.importKind === 'type' || node.exportKind === 'type')
      if (why) context.report({ node, message: `${why}. ARCHITECTURE.md says what may import what.` })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
