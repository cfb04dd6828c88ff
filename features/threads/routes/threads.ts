import type { Context } from '#platform/context.ts'
import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { addReaction } from '../commands/add-reaction.ts'
import { changeThread } from '../commands/change-thread.ts'
import { draftOutcome } from '../commands/draft-outcome.ts'
import { forgetPost } from '../commands/forget-post.ts'
import { forgetThread } from '../commands/forget-thread.ts'
import { dropDraft } from '../commands/drop-draft.ts'
import { followThread } from '../commands/follow-thread.ts'
import { keepDraft } from '../commands/keep-draft.ts'
import { keepHighlights } from '../commands/keep-highlights.ts'
import { markRead } from '../commands/mark-read.ts'
import { pivotThread } from '../commands/pivot-thread.ts'
import { removeReaction } from '../commands/remove-reaction.ts'
import { reopenThread } from '../commands/reopen-thread.ts'
import { savePost } from '../commands/save-post.ts'
import { saveThread } from '../commands/save-thread.ts'
import * as drafts from '../contract/drafts.ts'
import * as posts from '../contract/posts.ts'
import * as saved from '../contract/saved.ts'
import * as threads from '../contract/threads.ts'
import { getDraft } from '../queries/get-draft.ts'
import { getThread } from '../queries/get-thread.ts'
import { listDirectThreads } from '../queries/list-direct-threads.ts'
import { listFollowers } from '../queries/list-followers.ts'
import { listReactions } from '../queries/list-reactions.ts'
import { listDrafts } from '../queries/list-drafts.ts'
import { listRevisions } from '../queries/list-revisions.ts'
import { listSaved } from '../queries/list-saved.ts'
import { listThreads } from '../queries/list-threads.ts'
import { threadVersion } from '../queries/thread-version.ts'

/** What is done with threads and posts where no ask is part of the answer; the rest stands with asks. */
export function addThreadRoutes(app: App): void {
  const thread = { again: (ctx: Context, { number }: { number: string }) => getThread(ctx, number), version: threadVersion }
  handle(app, threads.listThreads, listThreads)
  handle(app, threads.listDirectThreads, listDirectThreads)
  handle(app, threads.changeThread, { answer: changeThread, ...thread })
  handle(app, threads.keepHighlights, { answer: keepHighlights, ...thread })
  handle(app, threads.draftOutcome, { answer: draftOutcome, ...thread })
  handle(app, threads.reopenThread, { answer: reopenThread, ...thread })
  handle(app, threads.pivotThread, { answer: pivotThread, ...thread })
  handle(app, threads.followThread, { answer: followThread, ...thread })
  handle(app, threads.listFollowers, listFollowers)
  handle(app, threads.markRead, { answer: markRead, ...thread })
  handle(app, posts.listRevisions, listRevisions)
  handle(app, posts.addReaction, { answer: addReaction, again: listReactions })
  handle(app, posts.removeReaction, { answer: removeReaction, again: listReactions })
  handle(app, saved.listSaved, listSaved)
  handle(app, saved.savePost, { answer: savePost, again: savePost })
  handle(app, saved.forgetPost, { answer: forgetPost, again: forgetPost })
  handle(app, saved.saveThread, { answer: saveThread, again: saveThread })
  handle(app, saved.forgetThread, { answer: forgetThread, again: forgetThread })
  const draft = { again: getDraft, version: ({ version }: drafts.Draft) => version }
  handle(app, drafts.listDrafts, listDrafts)
  handle(app, drafts.getDraft, { answer: getDraft, ...draft })
  handle(app, drafts.keepDraft, { answer: keepDraft, ...draft })
  handle(app, drafts.dropDraft, { answer: dropDraft, again: (_, { key }) => Promise.resolve({ key }) })
}
