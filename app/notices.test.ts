import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Known } from '#features/availability/rules/notice.ts'
import { notices } from './notices.ts'

const folder = fileURLToPath(new URL('../features/', import.meta.url))

/** Every event type that the features declare or record, read from their sources. */
function recordedTypes(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const found = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const declared = file.endsWith('events.ts') ? [...text.matchAll(/Fact<\s*'([a-z_]+\.[a-z_]+)'|type: '([a-z_]+\.[a-z_]+)'/g)] : []
    const recorded = text.includes('record(') ? [...text.matchAll(/type: '([a-z_]+\.[a-z_]+)'/g)] : []
    return [...declared, ...recorded].map(([, one, other]) => one ?? other ?? '')
  })
  return [...new Set(found)].toSorted()
}

const subject = {
  askId: 'ask',
  threadId: 'thread',
  postId: 'post',
  answerPostId: 'answer post',
  askerId: 'asker',
  ownerId: 'owner',
  formerOwnerId: 'former owner',
  personId: 'person',
  coverId: 'cover',
  coverSpaceId: 'cover space',
  driId: 'dri',
  delivered: true,
  interrupts: false,
  byADay: true,
  late: false,
  cause: 'cannot_read',
  pagedId: 'paged',
  toId: 'in hand',
  fromThreadId: 'other thread',
  named: 'mentioned',
  fromId: 'giver',
  offeredById: 'offerer',
  state: 'accepted',
}

const event = (type: string): PositionedEvent => ({
  id: 'event',
  type,
  actorId: 'actor',
  placeId: 'space',
  streamId: 'thread',
  streamSeq: 2,
  position: 7,
  subject,
  happenedAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
})

const known: Known = {
  post: () => ({
    authorId: 'actor',
    threadId: 'thread',
    deleted: false,
    openedBy: 'opener',
    driId: 'dri',
    previousAuthorId: 'previous',
    mentioned: ['mentioned'],
    asked: [],
    answered: [],
  }),
  members: () => ['asker', 'member'],
  reached: () => new Map([['reached', true]]),
}

/** Whom each fact of the product reaches, why and how; or a reason why nobody. */
const expected: Record<string, string[] | 'nobody'> = {
  'ask.acknowledged': ['owner ask timely', 'former owner taken digest'],
  'ask.assigned': ['owner ask timely', 'reached given digest', 'asker given digest'],
  'ask.answered': ['asker answer timely'],
  'ask.declined': ['asker declined timely'],
  'ask.expired': ['owner expired digest', 'asker expired digest'],
  'ask.judged': 'nobody',
  'ask.made': ['owner ask timely'],
  'ask.moved': ['owner moved digest', 'asker moved digest'],
  'ask.offered': ['cover cover timely', 'member cover timely'],
  'ask.owner_lost': ['owner ask timely', 'asker returned digest'],
  'ask.paged': ['paged page urgent'],
  'ask.passed': ['owner ask timely', 'asker passed digest'],
  'ask.reassigned': ['owner ask timely', 'asker moved digest'],
  'ask.replanned': ['asker moved digest'],
  'ask.shared': ['person ask timely'],
  'ask.taken': ['owner ask timely', 'reached taken digest', 'former owner taken digest', 'asker taken digest'],
  'ask.unacknowledged': ['asker unacknowledged urgent'],
  'ask.withdrawn': ['owner withdrawn digest', 'asker withdrawn digest'],
  'calendar.changed': 'nobody',
  'highlights.kept': 'nobody',
  'import.resumed': 'nobody',
  'import.started': 'nobody',
  'import.stopped': 'nobody',
  'incident.declared': 'nobody',
  'incident.joined': ['in hand joined timely'],
  'invitation.accepted': 'nobody',
  'invitation.made': 'nobody',
  'invitation.resent': 'nobody',
  'invitation.withdrawn': 'nobody',
  'mail.dropped': 'nobody',
  'mail.retried': 'nobody',
  'push.dropped': 'nobody',
  'push.retried': 'nobody',
  'member.added': 'nobody',
  'member.removed': 'nobody',
  'outcome.drafted': 'nobody',
  'passkey.added': 'nobody',
  'passkey.removed': 'nobody',
  'password.changed': 'nobody',
  'person.address_given': 'nobody',
  'person.changed': 'nobody',
  'person.deactivated': 'nobody',
  'person.joined': 'nobody',
  'person.reactivated': 'nobody',
  'person.signed_in': 'nobody',
  'post.added': ['mentioned mention digest', 'previous reply digest'],
  'post.deleted': 'nobody',
  'post.edited': ['mentioned mention digest'],
  'reaction.added': 'nobody',
  'reaction.removed': 'nobody',
  'rotation.changed': 'nobody',
  'rotation.made': 'nobody',
  'rotation.member_added': 'nobody',
  'rotation.member_removed': 'nobody',
  'recovery_code.renewed': 'nobody',
  'recovery_code.used': 'nobody',
  'scheduled.kept': 'nobody',
  'second_factor.added': 'nobody',
  'second_factor.removed': 'nobody',
  'second_factor.reset': 'nobody',
  'session.ended': 'nobody',
  'shift.added': 'nobody',
  'shift.changed': 'nobody',
  'shift.planned': 'nobody',
  'shift.removed': 'nobody',
  'session.others_ended': 'nobody',
  'space.archived': 'nobody',
  'space.changed': 'nobody',
  'space.made': 'nobody',
  'space.unarchived': 'nobody',
  'swap.offered': ['giver swap timely', 'in hand swap timely'],
  'swap.settled': ['offerer swap accepted digest'],
  'thread.changed': ['dri mention digest'],
  'thread.concluded': 'nobody',
  'thread.moved': 'nobody',
  'thread.opened': ['dri mention digest'],
  'thread.pivoted': 'nobody',
  'thread.reopened': 'nobody',
  'thread.split': 'nobody',
  'token.ended': 'nobody',
  'token.made': 'nobody',
  'workspace.changed': 'nobody',
  'workspace.renamed': 'nobody',
}

test('every fact that is recorded says whom it concerns and how, or why nobody', () => {
  assert.deepEqual(Object.keys(notices).toSorted(), recordedTypes())
  assert.deepEqual(Object.keys(expected).toSorted(), recordedTypes())
})

for (const [type, whom] of Object.entries(expected)) {
  test(`${type} reaches ${whom === 'nobody' ? 'nobody, for a reason' : whom.join(', ')}`, () => {
    const rule = notices[type]
    if (typeof rule !== 'function') {
      assert.equal(whom, 'nobody')
      assert.match(rule ?? '', /^[A-Z].{20,}\.$/)
    } else {
      assert.deepEqual(
        rule(event(type), known).map(({ to, why, attention }) => `${to} ${why} ${attention}`),
        whom,
      )
    }
  })
}
