import type { Baton, Someone } from '#app/testing/harness.ts'
import { announce, upload } from '#app/testing/uploading.ts'
import { ok, open, say } from './building.ts'
import { secretWords } from './secret-words.ts'
import type { World } from './world.ts'

/** The private space, and in it one of everything. */
export async function buildVault(baton: Baton, { vera, milo, fern, greta, ...others }: World['people']): Promise<World['vault']> {
  const { id } = ok(
    await baton.call(vera, 'POST', '/spaces', {
      slug: 'umbra',
      name: `${secretWords.spaceName} chamber`,
      purpose: `${secretWords.spacePurpose} matters`,
      visibility: 'private',
    }),
    201,
  )
  for (const { handle } of [milo, fern, greta]) ok(await baton.call(vera, 'PUT', `/spaces/umbra/members/${handle}`), 200)
  for (const who of [vera, milo, fern, greta]) ok(await baton.call(who, 'PUT', '/spaces/umbra/follow', { level: 'digest' }), 200)
  const thread = await open(baton, vera, {
    space: 'umbra',
    title: `${secretWords.threadTitle} plan`,
    purpose: `${secretWords.threadPurpose} first`,
    highlights: `${secretWords.highlights}, in short`,
    body: `${secretWords.post} begins here. @milo @fern @greta @otto @gus @ann`,
    asks: [
      {
        to: 'milo',
        verb: 'answer',
        text: `${secretWords.ask}: which of both?`,
        attention: 'urgent',
        reason: `${secretWords.askReason} burns`,
      },
      { to: 'milo', verb: 'do', text: `${secretWords.ask}: lay it out` },
      { to: 'fern', verb: 'review', text: `${secretWords.ask}: read it` },
      { to: 'greta', verb: 'do', text: `${secretWords.ask}: look at it` },
    ],
  })
  const { number } = thread
  const byMember = await say(baton, milo, {
    number,
    body: `${secretWords.earlierText}, said too soon`,
    asks: [{ to: 'vera', verb: 'decide', text: `${secretWords.ask}: choose` }],
  })
  ok(await baton.call(milo, 'PATCH', `/posts/${byMember.id}`, { body: `${secretWords.post}, said better. @vera` }), 200)
  const files = await buildFiles(baton, milo, number)
  const byFormer = await say(baton, fern, {
    number,
    body: `${secretWords.post} by Fern`,
    asks: [
      { to: 'vera', verb: 'answer', text: `${secretWords.ask}: when?` },
      { to: 'vera', verb: 'answer', text: `${secretWords.ask}: where?` },
    ],
  })
  ok(await baton.call(vera, 'POST', `/asks/${byFormer.asks[1].id}/answer`, { body: `${secretWords.post}: here` }), 200)
  await say(baton, vera, { number, body: `${secretWords.post} for @milo, @fern, @greta, @otto, @gus, @ann` })
  const deleted = await say(baton, vera, { number, body: `${secretWords.earlierText} and gone` })
  ok(await baton.call(vera, 'DELETE', `/posts/${deleted.id}`), 200)
  const steered = await open(baton, vera, {
    space: 'umbra',
    title: `${secretWords.threadTitle} in hand`,
    body: secretWords.post,
    dri: 'milo',
  })
  const concluded = await open(baton, milo, {
    space: 'umbra',
    kind: 'question',
    title: `${secretWords.threadTitle}?`,
    body: secretWords.post,
  })
  ok(await baton.call(milo, 'POST', `/threads/${concluded.number}/conclude`, { body: `${secretWords.outcome}, all agreed` }), 200)
  const shared = await open(baton, vera, {
    space: 'umbra',
    title: `${secretWords.threadTitle}, for all of us`,
    body: secretWords.post,
    asks: [{ to: 'umbra', verb: 'answer', text: `${secretWords.ask}: who knows?` }],
  })
  const scheduled = await keepUnsent(baton, milo, { number: steered.number, body: `${secretWords.post}, unsent` })
  await keepUnsent(baton, fern, { number, body: 'Mine' })
  for (const { token } of Object.values(others)) await expectNothing(baton, token, number)
  const [toMember, task] = thread.asks.map((ask) => ask.id)
  const asks = {
    toMember: toMember!,
    task: task!,
    byMember: byMember.asks[0].id,
    ofOthers: byFormer.asks[0].id,
    answered: byFormer.asks[1].id,
    toSpace: shared.asks[0]!.id,
  }
  return {
    id,
    thread,
    steered,
    concluded,
    post: { byMember: byMember.id, byFormer: byFormer.id, deleted: deleted.id },
    asks,
    files,
    scheduled,
  }
}

async function buildFiles(baton: Baton, milo: World['people']['milo'], number: number): Promise<World['vault']['files']> {
  const bytes = Buffer.from(`${secretWords.post} in a file`)
  const named = { name: `${secretWords.fileName}.txt`, bytes }
  const [posted, whole] = [await upload(baton, milo, named), await upload(baton, milo, named)]
  ok(await baton.call(milo, 'POST', `/threads/${number}/posts`, { body: `${secretWords.post} in writing`, files: [posted] }), 201)
  const begun = (await (await announce(baton, milo, { ...named, size: 10 })).json()) as { id: string }
  return { posted, whole, upload: begun.id }
}

/** What somebody writes in a thread and has not sent yet, and what leaves there later; answers the id of the latter. */
async function keepUnsent(baton: Baton, who: Someone, { number, body }: { number: number; body: string }): Promise<string> {
  ok(await baton.call(who, 'PUT', `/drafts/thread:${number}`, { value: { body } }), 200)
  return ok(await baton.call(who, 'POST', `/threads/${number}/posts`, { body, sendAt: '2026-12-20T09:00:00Z' }), 201).id
}

async function expectNothing(baton: Baton, token: string, number: number): Promise<void> {
  ok(await baton.call(token, 'GET', `/threads/${number}`), 404)
}
