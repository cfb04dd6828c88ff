import { getAsk, listAsks } from '../contract/asks.ts'
import { getThread, listPosts } from '../contract/threads.ts'

/** What shows something else once an ask has changed. Today and the inbox hear of it by the live stream. */
export const showsAsks = [getThread, listPosts, getAsk, listAsks]
