import { fileOf, isFree } from './file-of.js'

const isCommand = (file) => /^features\/[^/]+\/commands\/[^/]+\.ts$/.test(file) && !isFree(file)
const records = /^#platform\/events\/record\.ts$|\/commands\/|^\.\/[^/]+$/

/** A change leaves a fact: a command calls `record`, or another command that does. */
export const commandsRecord = {
  meta: { type: 'problem', docs: { description: 'Every command records an event, itself or through another command.' } },
  create(context) {
    if (!isCommand(fileOf(context))) return {}
    const recorders = new Set()
    let recorded = false
    return {
      ImportDeclaration(node) {
        if (!records.test(node.source.value) || node.importKind === 'type') return
        for (const specifier of node.specifiers) if (specifier.importKind !== 'type') recorders.add(specifier.local.name)
      },
      CallExpression(node) {
        if (recorders.has(node.callee.name)) recorded = true
      },
      'Program:exit'(node) {
        if (!recorded)
          context.report({
            node,
            message: 'This command records no event. Call record(tx, ctx, …), or disable this rule here and say why.',
          })
      },
    }
  },
}
