import { posix } from 'node:path'

/** The linted file as a repository path. */
export const fileOf = (context) => posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'))

/** Tests and what serves them are free: they arrange the world they need. */
export const isFree = (file) => /\.test\.tsx?$|(^|\/)testing\/|^(tests|bench|tools)\/|^[a-z]+\.config\.(ts|js)$/.test(file)
