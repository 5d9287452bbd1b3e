import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { blobsIn, digitsSeen, hasShapeOfNumber } from './blobs.ts'
import { greyOf, inkOf, type Grey } from './grey.ts'
import { rulesOf } from './rules.ts'
import { turnedBack, turnOf } from './straighten.ts'

/** A page with a ruled table and lines of type, drawn by hand. */
function drawnPage(turn: number): Grey {
  const canvas = createCanvas(800, 1000)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 800, 1000)
  pen.translate(400, 500)
  pen.rotate((turn * Math.PI) / 180)
  pen.translate(-400, -500)
  pen.fillStyle = '#000'
  for (let row = 0; row <= 10; row += 1) pen.fillRect(100, 300 + row * 40, 600, 1.5)
  for (let column = 0; column <= 4; column += 1) pen.fillRect(100 + column * 150, 300, 1.5, 400)
  // Bars as high as type, in words.
  for (let line = 0; line < 6; line += 1)
    for (let word = 0; word < 20; word += 1) pen.fillRect(100 + word * 30, 60 + line * 30, 22, 12)
  return greyOf(pen.getImageData(0, 0, 800, 1000).data, 800, 1000)
}

test('a page laid askew on the glass is turned level, a level one is left alone', () => {
  for (const turn of [0, 0.5, -1.2, 3]) {
    const page = drawnPage(turn)
    const found = turnOf(inkOf(page, 12))
    assert.ok(Math.abs(found - turn) <= 0.1, `turned by ${turn}, found ${found}`)
    assert.ok(Math.abs(turnOf(inkOf(turnedBack(page, found), 12))) <= 0.1)
  }
})

test('the rules of a table are found, the strokes of type are not', () => {
  const rules = rulesOf(inkOf(drawnPage(0), 12), 97)
  assert.equal(rules.filter((rule) => rule.direction === 'horizontal').length, 11)
  assert.equal(rules.filter((rule) => rule.direction === 'vertical').length, 5)
})

test('a figure is told from Chinese characters by its shape, and its digits are counted', () => {
  const shapes = (boxes: readonly (readonly [number, number, number, number])[]) => {
    const data = new Uint8Array(200 * 60)
    for (const [left, top, right, bottom] of boxes)
      for (let y = top; y < bottom; y += 1) data.fill(1, y * 200 + left, y * 200 + right)
    return blobsIn({ width: 200, height: 60, data }, { left: 0, top: 0, right: 200, bottom: 60 }, 3)
  }
  const twelve = shapes([
    [10, 10, 16, 34],
    [20, 10, 33, 34],
  ])
  assert.ok(hasShapeOfNumber(twelve))
  assert.equal(digitsSeen(twelve), 2)
  const withPoint = shapes([
    [10, 10, 22, 34],
    [26, 30, 29, 34],
    [33, 10, 45, 34],
  ])
  assert.ok(hasShapeOfNumber(withPoint))
  assert.equal(digitsSeen(withPoint), 2)
  // Three strokes over one another, as 三.
  assert.ok(
    !hasShapeOfNumber(
      shapes([
        [10, 10, 34, 13],
        [12, 20, 32, 23],
        [10, 31, 34, 34],
      ]),
    ),
  )
})
