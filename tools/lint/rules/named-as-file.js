import { fileOf, isFree } from './file-of.js'

const camelCase = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

/** The function that a command's or query's file must export, or null for other files. */
function expectedExport(file) {
  const name = /^features\/[^/]+\/(?:commands|queries)\/([^/]+)\.ts$/.exec(file)?.[1]
  return name === undefined || isFree(file) ? null : camelCase(name)
}

const namesOf = (declaration) => [declaration?.id?.name, ...(declaration?.declarations ?? []).map((one) => one.id.name)]

/** One search finds a command: its file bears its name. */
export const namedAsFile = {
  meta: { type: 'problem', docs: { description: 'answer-ask.ts exports answerAsk.' } },
  create(context) {
    const expected = expectedExport(fileOf(context))
    if (expected === null) return {}
    const exported = new Set()
    return {
      ExportNamedDeclaration(node) {
        for (const name of namesOf(node.declaration)) exported.add(name)
      },
      'Program:exit'(node) {
        if (!exported.has(expected))
          context.report({ node, message: `This file exports no ${expected}. A command or query is named as its file.` })
      },
    }
  },
}
