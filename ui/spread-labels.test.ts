import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spreadLabels } from './spread-labels.ts'

const places = (labels: readonly [hour: number, text: string][], anchor: number) =>
  spreadLabels(
    labels.map(([hour, text]) => ({ hour, text, width: text.length / 5 })),
    anchor,
  ).map(({ text, at }) => [text, at])

test('labels with room stand at their hour', () => {
  assert.deepEqual(
    places(
      [
        [14, '14:04'],
        [9, '09:00'],
        [20, '20:00'],
      ],
      14,
    ),
    [
      ['09:00', 9],
      ['14:04', 14],
      ['20:00', 20],
    ],
  )
})

test('a later label gives way to the right, an earlier one to the left, and now stays', () => {
  const [before, now, after] = places(
    [
      [14, '14:04'],
      [14.2, '14:15 do'],
      [13.8, '13:45 answer'],
    ],
    14,
  )
  assert.deepEqual(now, ['14:04', 14])
  assert.ok(Number(after?.[1]) > 15)
  assert.ok(Number(before?.[1]) < 13)
})

test('what would leave the axis is left out', () => {
  const labels = Array.from({ length: 20 }, (_, index): [number, string] => [22 + index / 100, '22:00 answer'])
  assert.ok(places(labels, 22).length < 4)
})
