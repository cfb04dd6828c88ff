import { sql } from 'kysely'
import type { Role } from '#platform/context.ts'
import { Failure, notFound } from '#platform/contract/failure.ts'
import { sameSecret } from '#platform/secrets/secret.ts'
import type { Database } from '#platform/sql/database.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import { signedText } from '../rules/file-address.ts'
import type { FileKind } from '../rules/file-kinds.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Asking {
  readonly db: Database
  readonly now: Temporal.Instant
  readonly sign: (text: string) => string
}

/** An address as it came. */
interface Address {
  readonly id: string
  readonly until: string
  readonly sig: string
  readonly form?: 'preview' | undefined
}

export interface FoundFile {
  readonly workspaceId: number
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly kind: FileKind
  readonly size: number
  /** Of an image, how many bytes its preview has. */
  readonly previewSize: number | null
}

interface Reader {
  readonly workspaceId: number
  readonly personId: string
}

/**
 * The file that an address was signed for, by today's rights of whom it was signed for: in a post they may see, or their own in none. Throws 404,
 * and `file.address_ended` for an address that was right once. Two statements.
 */
export async function findFile({ db, now, sign }: Asking, address: Address): Promise<FoundFile> {
  const reader = signedReader(sign, address)
  if (Temporal.Instant.compare(Temporal.Instant.from(address.until), now) <= 0) throw addressEnded()
  const role = await roleOf(db, reader)
  const file = role && (await visibleFile(db, { ...reader, role }, address.id))
  if (!file || (address.form === 'preview' && file.previewSize === null)) throw notFound('file')
  return { ...file, workspaceId: reader.workspaceId }
}

function signedReader(sign: Asking['sign'], address: Address): Reader {
  const [workspace, personId = '', signature = ''] = address.sig.split('.')
  const reader = { workspaceId: Number(workspace), personId }
  if (!sameSecret(signature, sign(signedText(reader, address, address.until)))) throw notFound('file')
  return reader
}

async function roleOf(db: Database, { workspaceId, personId }: Reader): Promise<Role | null> {
  const person = await db
    .selectFrom('people')
    .leftJoin('person_deactivations as gone', (join) =>
      join.onRef('gone.workspace_id', '=', 'people.workspace_id').onRef('gone.person_id', '=', 'people.id'),
    )
    .where('people.workspace_id', '=', workspaceId)
    .where('people.id', '=', personId)
    .where('gone.person_id', 'is', null)
    .select(sql<Role>`people.role`.as('role'))
    .executeTakeFirst()
  return person?.role ?? null
}

function visibleFile(
  db: Database,
  reader: Reader & { readonly role: Role },
  id: string,
): Promise<Omit<FoundFile, 'workspaceId'> | undefined> {
  return db
    .selectFrom('files')
    .leftJoin('post_files', (join) =>
      join.onRef('post_files.workspace_id', '=', 'files.workspace_id').onRef('post_files.file_id', '=', 'files.id'),
    )
    .leftJoin('posts', (join) =>
      join.onRef('posts.workspace_id', '=', 'post_files.workspace_id').onRef('posts.id', '=', 'post_files.post_id'),
    )
    .leftJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'posts.workspace_id').onRef('threads.id', '=', 'posts.thread_id'),
    )
    .where('files.workspace_id', '=', reader.workspaceId)
    .where('files.id', '=', id)
    .where('files.finished_at', 'is not', null)
    .where((where) =>
      where.or([
        where('threads.space_id', 'in', visibleSpaces(reader)),
        where.and([where('files.posted', '=', false), where('files.uploaded_by', '=', reader.personId)]),
      ]),
    )
    .select(['files.id', 'files.name', 'files.media_type as mediaType', 'files.served_size as size', 'files.preview_size as previewSize'])
    .select(sql<FileKind>`files.kind`.as('kind'))
    .executeTakeFirst()
}

const addressEnded = (): Failure =>
  new Failure({
    code: 'file.address_ended',
    status: 403,
    message: () => refusalText('fileAddressOver'),
  })
