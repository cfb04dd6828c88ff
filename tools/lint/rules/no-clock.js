import { fileOf, isFree } from './file-of.js'

const clock = '#platform/time/clock.ts'
const readings = [
  ['Date', 'now'],
  ['Temporal', 'Now'],
  ['performance', 'now'],
  ['process', 'hrtime'],
]

const nameOf = (node) => (node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? propertyOf(node) : undefined)
const propertyOf = (node) => (node.computed ? node.property.value : node.property.name)

const isDate = (node) => nameOf(node.callee) === 'Date'

/** Time is an argument: only platform/time reads a clock, and only app decides which. */
export const noClock = {
  meta: { type: 'problem', docs: { description: 'Product code takes `now` from its context.' } },
  create(context) {
    const file = fileOf(context)
    if (isFree(file) || file.startsWith('platform/time/')) return {}
    const report = (node) =>
      context.report({ node, message: 'This reads a clock. Take `now` from the context; only platform/time reads it.' })
    return {
      NewExpression: (node) => isDate(node) && node.arguments.length === 0 && report(node),
      CallExpression: (node) => isDate(node) && node.callee.type === 'Identifier' && report(node),
      MemberExpression: (node) =>
        readings.some(([object, property]) => nameOf(node.object) === object && propertyOf(node) === property) && report(node),
      ImportDeclaration: (node) =>
        file.startsWith('features/') && node.source.value === clock && node.importKind !== 'type' && report(node),
    }
  },
}
