import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Box, Grey } from './grey.ts'

/** A recognised word with the line it stands on, in pixels of the picture given. */
export interface Word {
  readonly text: string
  readonly box: Box
  /** Number of the line within the picture, in reading order. */
  readonly line: number
  readonly lineBox: Box
  /** 0 to 100. */
  readonly sure: number
}

/** How the picture is laid out: a block of text, a single line, a page of any layout. */
export type Layout = 'block' | 'line' | 'page'

/** What recognises characters. */
export interface Recogniser {
  words(picture: Grey, layout: Layout, only?: string): Word[]
}

/** What of the library is used; it brings no types along. */
interface Library {
  readonly FS: { writeFile(path: string, data: Uint8Array): void }
  readonly TessBaseAPI: new () => {
    Init(path: null, language: string, mode: number, config: string): number
    SetVariable(name: string, value: string): void
    SetImageFile(orientation: number, angle: number): number
    Recognize(monitor: null): number
    GetTSVText(page: number): string
  }
}

export const ocrPackages = ['tesseract.js-core@7.0.0', '@tesseract.js-data/chi_sim@1.0.0'] as const

const modes: Readonly<Record<Layout, string>> = { block: '6', line: '7', page: '3' }
let opened: Promise<Recogniser | undefined> | undefined

/**
 * Opens the character recognition if its two packages are installed (optional: docs/decisions/0012-pictures-are-read-by-an-optional-plug-in.md);
 * undefined when they are not. The data come with the package: nothing is fetched and nothing is kept.
 */
export function openRecogniser(): Promise<Recogniser | undefined> {
  opened ??= open()
  return opened
}

async function open(): Promise<Recogniser | undefined> {
  const require = createRequire(import.meta.url)
  let data: string
  let make: (options: object) => Promise<Library>
  try {
    data = require.resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz')
    make = require('tesseract.js-core/tesseract-core-simd-lstm') as typeof make
  } catch {
    return undefined
  }
  const silent = (): void => {}
  const library = await make({ print: silent, printErr: silent })
  library.FS.writeFile('chi_sim.traineddata', gunzipSync(readFileSync(data)))
  const engine = new library.TessBaseAPI()
  // 1: the neural recogniser alone.
  if (engine.Init(null, 'chi_sim', 1, '') !== 0) return undefined
  return {
    words(picture, layout, only = '') {
      library.FS.writeFile('/input', portableGrey(picture))
      engine.SetVariable('tessedit_pageseg_mode', modes[layout])
      engine.SetVariable('tessedit_char_whitelist', only)
      if (engine.SetImageFile(1, 0) !== 0) return []
      engine.Recognize(null)
      return wordsOf(engine.GetTSVText(0))
    },
  }
}

/** The plainest picture format there is: a short head and the bytes. */
function portableGrey({ width, height, data }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + data.length)
  file.set(head)
  file.set(data, head.length)
  return file
}

/** Level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): Word[] {
  const words: Word[] = []
  let line = -1
  let lineBox: Box = { left: 0, top: 0, right: 0, bottom: 0 }
  for (const row of table.split('\n')) {
    const fields = row.split('\t')
    const [left = 0, top = 0, width = 0, height = 0] = fields.slice(6, 10).map(Number)
    const box = { left, top, right: left + width, bottom: top + height }
    if (fields[0] === '4') {
      line += 1
      lineBox = box
    }
    const text = fields[11]?.trim() ?? ''
    if (fields[0] === '5' && text !== '') words.push({ text, box, line, lineBox, sure: Number(fields[10]) })
  }
  return words
}
