import { fileURLToPath } from 'node:url'
import { buildWebIfNeeded } from '../app/build-web.js'

buildWebIfNeeded(fileURLToPath(new URL('..', import.meta.url)))
