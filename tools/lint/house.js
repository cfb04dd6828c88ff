import { anatomy } from './rules/anatomy.js'
import { boundaries } from './rules/boundaries.js'
import { commandsRecord } from './rules/commands-record.js'
import { literalStates } from './rules/literal-states.js'
import { namedAsFile } from './rules/named-as-file.js'
import { noClock } from './rules/no-clock.js'
import { ownTables } from './rules/own-tables.js'
import { tellingNames } from './rules/telling-names.js'

/** The rules of this house, for oxlint. Each refuses a bad example in gate.test.ts. */
export default {
  meta: { name: 'house' },
  rules: {
    anatomy,
    boundaries,
    'commands-record': commandsRecord,
    'literal-states': literalStates,
    'named-as-file': namedAsFile,
    'no-clock': noClock,
    'own-tables': ownTables,
    'telling-names': tellingNames,
  },
}
