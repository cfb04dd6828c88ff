import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Ask } from '../contract/ask.ts'
import { askViews } from './ask-views.ts'

/** One ask the reader may see, or 404. */
export async function getAsk(ctx: Context, { id }: { id: string }): Promise<Ask> {
  const [ask] = await askViews(ctx, (asks) => asks.where('asks.id', '=', id))
  if (!ask) throw notFound('ask')
  return ask
}
