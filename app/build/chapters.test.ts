import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '#platform/text/languages.ts'
import { order } from '../web/guide.ts'
import { chapterOf, readGuide } from './chapters.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide')

test('a chapter is its first heading and what follows; its headings can be linked to', () => {
  const { title, html } = chapterOf('# Your hours\n\nSee [away](being-away.md#when-you-are-back).\n\n## A week, *yours*\n')
  assert.equal(title, 'Your hours')
  assert.match(html, /<a href="\/help\/being-away#when-you-are-back">away<\/a>/)
  assert.match(html, /<h2 id="a-week-yours">/)
})

for (const language of languages)
  test(`every chapter in ${language} has a title and a text, and leads only to chapters and headings that are there`, async () => {
    const chapters = await readGuide(folder, language)
    assert.deepEqual(Object.keys(chapters), order.toSorted())
    for (const [name, { title, html }] of Object.entries(chapters)) {
      assert.ok(title !== '' && html !== '', name)
      for (const [, chapter = '', heading] of html.matchAll(/href="\/help\/([a-z-]+)(?:#([^"]+))?"/g)) {
        const target = chapters[chapter]
        assert.ok(target, `${name} leads to ${chapter}`)
        if (heading) assert.ok(target.html.includes(`id="${decodeURIComponent(heading)}"`), `${name} leads to ${chapter}#${heading}`)
      }
      for (const [, heading = ''] of html.matchAll(/href="#([^"]+)"/g))
        assert.ok(html.includes(`id="${decodeURIComponent(heading)}"`), `${name} leads to #${heading}`)
    }
  })
