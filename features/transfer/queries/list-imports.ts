import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { ensureMayImport } from '../rules/failures.ts'
import type { listImports as contract } from '../contract.ts'
import { importRows, importView } from './import-view.ts'

const cursor = z.tuple([z.uuid()])

/** Imports, the newest first. */
export async function listImports(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  ensureMayImport(ctx.role)
  const before = readCursor(cursor, after)?.[0]
  const rows = await importRows(ctx.db, ctx.workspaceId)
    .$if(before !== undefined, (query) => query.where('imports.id', '<', before ?? ''))
    .orderBy('imports.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return { items: shown.map((row) => importView(row, ctx)), next: rows.length > limit ? cursorOf([shown.at(-1)?.id ?? '']) : null }
}
