import { fileOf } from './file-of.js'

const empty = new Set([
  'index',
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'type',
  'types',
  'constant',
  'constants',
  'service',
  'services',
  'store',
  'stores',
])

/** The part of a path that says nothing, or null. A name ends in its noun, so only its last word is looked at. */
function emptyName(file) {
  const parts = file.replace(/(\.test)?\.[a-z]+$/, '').split('/')
  return parts.find((part) => empty.has(part.split(/[-.]/).at(-1))) ?? null
}

/** A name says what is inside. */
export const tellingNames = {
  meta: { type: 'problem', docs: { description: 'No index, utils, helpers, common, misc, types, constants, service or store.' } },
  create(context) {
    const name = emptyName(fileOf(context))
    return name
      ? { Program: (node) => context.report({ node, message: `"${name}" does not say what is inside. Name the thing it holds.` }) }
      : {}
  },
}
