/**
 * Stands in for Zod, and for the texts of refusals, in the browser's bundle. Contracts build schemas as they load, but the browser only needs their
 * names and paths: the server parses what comes in and says what it refuses, and its tests check what goes out. Every use answers the same inert thing.
 */
const inert: unknown = new Proxy(() => inert, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : inert) })

export { inert as z, inert as refusalText }
