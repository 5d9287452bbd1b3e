import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { blobsIn, digitsSeen, hasShapeOfNumber } from './blobs.ts'
import { oddFigures } from './digit-shapes.ts'
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
  assert.equal(digitsSeen(twelve).length, 2)
  const withPoint = shapes([
    [10, 10, 22, 34],
    [26, 30, 29, 34],
    [33, 10, 45, 34],
  ])
  assert.ok(hasShapeOfNumber(withPoint))
  assert.equal(digitsSeen(withPoint).length, 2)
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

test('a digit that looks like others read differently is found, one that looks like its own is not', () => {
  const data = new Uint8Array(400 * 40).fill(255)
  // 1 is a bar, 7 a bar with a roof.
  const drawn = [...'1717171717'].map((digit, index) => {
    const left = 10 + index * 30
    for (let y = 8; y < 32; y += 1) data.fill(0, y * 400 + left + 8, y * 400 + left + 11)
    if (digit === '7') for (let y = 8; y < 11; y += 1) data.fill(0, y * 400 + left, y * 400 + left + 11)
    return { left: digit === '7' ? left : left + 8, right: left + 11, top: 8, bottom: 32 }
  })
  const picture: Grey = { width: 400, height: 40, data }
  const figures = (read: string) =>
    [...read].map((text, index) => ({ text, digits: drawn.slice(index, index + 1) }))
  assert.deepEqual([...oddFigures(figures('1717171717'), picture)], [])
  assert.deepEqual([...oddFigures(figures('1717771717'), picture)], [4])
})
