import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-transfer', {
  notAnExport: 'This is not a Slack export: it holds no users.json and channels.json at its top.',
  unreadable: '{file} in the archive cannot be read: {why}. Export it again.',
  listTooLarge: 'it is larger than 512 MB',
  brokeOff: 'Baton could not go on. What happened stands in its log. Resume it to try again.',
  runsOnHost: 'This import runs on the host. Run the same command there again: it goes on where it stopped.',
  notStopped: 'This import is not stopped: it runs, or has ended.',
  notRunning: 'This import does not run: it has ended or is stopped already.',
  notAllowed: 'Owners and admins bring in what was elsewhere. Ask one of them.',
})

export const leftOutText = defineTexts('refusals-left-out', {
  brokenPeople: 'people that cannot be read',
  brokenChannels: 'channels that cannot be read',
  brokenDirect: 'direct conversations that cannot be read',
  brokenFiles: 'files that cannot be read',
  strayFiles: 'files of no channel the export lists',
  otherFiles: 'files with something else than messages',
  bots: 'bots among the people',
  direct: 'direct conversations, which stay where they are',
  broken: 'entries that are no message',
  note: 'notes about joining, leaving and changing a channel',
  bot: 'messages by bots',
  nobody: 'messages without an author',
  stranger: 'messages by somebody the export does not list',
  empty: 'messages without words or files',
  long: 'ends of messages longer than 100,000 characters',
  here: 'messages that were here already',
  ownEmoji: 'reactions with an emoji of their own',
  manyReactions: 'reactions beyond {most} different ones',
})
