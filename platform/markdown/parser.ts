import MarkdownIt from 'markdown-it'
import { referenceRule } from './references.ts'
import { taskListRule } from './task-lists.ts'

/** CommonMark with the tables, struck text, task lists and bare addresses of GitHub's Markdown. HTML is text like any other. */
export const parser = makeParser()

function makeParser(): InstanceType<typeof MarkdownIt> {
  const made = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
  // `notes.md` is a file far more often than an address in Moldova.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
  // Every address may be written; which of them become links is decided where they are rendered.
  made.validateLink = () => true
  made.inline.ruler.before('text', 'reference', referenceRule)
  made.core.ruler.after('inline', 'task_lists', taskListRule)
  return made
}
