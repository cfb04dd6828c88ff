import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { chapterOf } from './chapters.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide')
const chapters = new Map(globSync(join(folder, '*.md')).map((file) => [basename(file, '.md'), chapterOf(readFileSync(file, 'utf8'))]))

test('a chapter is its first heading and what follows; its headings can be linked to', () => {
  const { title, html } = chapterOf('# Your hours\n\nSee [away](being-away.md#when-you-are-back).\n\n## A week, *yours*\n')
  assert.equal(title, 'Your hours')
  assert.match(html, /<a href="\/help\/being-away#when-you-are-back">away<\/a>/)
  assert.match(html, /<h2 id="a-week-yours">/)
})

test('every chapter has a title and a text, and leads only to chapters and headings that are there', () => {
  assert.ok(chapters.size >= 10)
  for (const [name, { title, html }] of chapters) {
    assert.ok(title !== '' && html !== '', name)
    for (const [, chapter, heading] of html.matchAll(/href="\/help\/([a-z-]+)(?:#([^"]+))?"/g)) {
      const target = chapters.get(chapter ?? '')
      assert.ok(target, `${name} leads to ${chapter}`)
      if (heading) assert.ok(target.html.includes(`id="${heading}"`), `${name} leads to ${chapter}#${heading}`)
    }
    for (const [, heading] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(html.includes(`id="${heading}"`), `${name} leads to #${heading}`)
  }
})
