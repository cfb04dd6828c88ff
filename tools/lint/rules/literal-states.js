import { fileOf } from './file-of.js'

/**
 * A state that is chosen by hand is written into the text of its statement with `sql.lit`. One plan serves every value that is sent beside a text, so
 * an index over what is open, queued or snoozed serves only a text that says so. Of what lists and polls; commands look up by id.
 */
export const literalStates = {
  meta: { type: 'problem', docs: { description: 'A state chosen by hand stands in the text of its statement.' } },
  create(context) {
    if (!fileOf(context).includes('/queries/')) return {}
    return {
      CallExpression(node) {
        const [column, , value] = node.arguments
        const { callee } = node
        const isWhere = callee.type === 'MemberExpression' && callee.property.name === 'where' && node.arguments.length === 3
        if (!isWhere || column.type !== 'Literal' || !/(^|\.)(state|posted)$/.test(String(column.value))) return
        if (value.type === 'Literal' || (value.type === 'ArrayExpression' && value.elements.some((one) => one?.type === 'Literal')))
          context.report({ node: value, message: 'Write a state that is chosen by hand with sql.lit, so that the index over it serves.' })
      },
    }
  },
}
