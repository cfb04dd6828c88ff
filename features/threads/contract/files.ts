import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { Upload } from './file.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'
import { uuid } from '#platform/contract/shapes.ts'

const params = z.object({ id: uuid })
const bytes = 'application/offset+octet-stream'

export const createUpload = endpoint({
  name: 'createUpload',
  method: 'POST',
  path: '/files',
  summary:
    'Begins an upload, by tus 1.0: `Upload-Length` in bytes, `Upload-Metadata` with `filename` and `filetype`. `Location` says where the bytes go.',
  access: 'threads:write',
  status: 201,
  output: Upload,
  failures: [
    'upload.other_version',
    'upload.malformed',
    'upload.not_found',
    'file.too_large',
    'file.too_many_waiting',
    'file.no_room',
    'request.too_many',
  ],
})

export const getUpload = endpoint({
  name: 'getUpload',
  method: 'GET',
  path: '/uploads/:id',
  summary: 'How much of your upload is here; HEAD says it in `Upload-Offset`. What sends bytes at the time is stopped.',
  access: 'threads:read',
  params,
  output: Upload,
  failures: ['upload.not_found'],
})

export const appendUpload = endpoint({
  name: 'appendUpload',
  method: 'PATCH',
  path: '/uploads/:id',
  summary: 'Adds bytes to your upload at `Upload-Offset`. What is answered is on disk; with the last byte the file can go into a post.',
  access: 'threads:write',
  status: 204,
  params,
  output: z.undefined(),
  upload: [bytes],
  failures: ['upload.not_found', 'upload.other_version', 'upload.malformed', 'upload.other_offset', 'upload.too_long', 'file.no_room'],
})

export const removeUpload = endpoint({
  name: 'removeUpload',
  method: 'DELETE',
  path: '/uploads/:id',
  summary: 'Takes away an upload of yours that is in no post.',
  access: 'threads:write',
  params,
  output: z.object({ removed: z.literal(true) }),
  failures: ['upload.not_found'],
})

export const getFile = endpoint({
  name: 'getFile',
  method: 'GET',
  path: '/files/:id',
  summary:
    'The bytes of a file, at an address that a post or upload says; also in part, by `Range`. Neither cookie nor token is looked at.',
  access: 'open',
  params,
  query: z.strictObject({
    until: z.iso.datetime(words(() => refusalText('addressAsItIs'))),
    sig: z.string().max(200),
    form: z.enum(['preview']).optional(),
  }),
  output: z.unknown(),
  gives: '*/*',
  failures: ['file.not_found', 'file.address_ended'],
})
