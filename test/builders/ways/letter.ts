import assert from 'node:assert/strict'
import { read } from '../../../src/documents/read/index.ts'
import { squeezed, type Saved } from './window.ts'

/** A letter as its reader has it in hand: downloaded, and read back from the bytes of both files. */
export interface Letter {
  readonly documentNumber: string
  /** Text of the PDF without white space. */
  readonly text: string
}

/** What a letter must say, and what it must not. */
export interface Wanted {
  /** Series of its number: 公复, 公补 … */
  readonly series: string
  /** Name of its reader. */
  readonly to: string
  /** Ground and reasons, as they stand in the letter. */
  readonly says: readonly string[]
  /** As printed after 《条例》, e.g. 第十四条、第三十六条第三项. */
  readonly articles: readonly string[]
  /** none: a step of procedure, which cannot be contested by itself. */
  readonly remedy: keyof typeof remedyBlocks
  /** Names of others, which must not stand in it. */
  readonly never: readonly string[]
}

const review = '自收到本(?:答复书|告知书)之日起六十日内向云汀市人民政府'
const remedyBlocks = {
  reviewFirst: new RegExp(
    `应当先申请行政复议：可以${review}提出行政复议申请；对行政复议决定仍不服的.*十五日内向云汀市城东区人民法院提起行政诉讼`,
  ),
  free: new RegExp(
    `可以${review}申请行政复议，也可以自收到本(?:答复书|告知书)之日起六个月内向云汀市城东区人民法院提起行政诉讼`,
  ),
  byParts: /应当先申请行政复议.*也可以自收到本答复书之日起六个月内/,
  fee: /在缴费期限届满后.*对收费决定本身不单独受理/,
  thirdParty:
    /侵犯自身合法权益的，可以自收到本告知书之日起六十日内向云汀市人民政府申请行政复议，也可以自收到本告知书之日起六个月内向云汀市城东区人民法院提起行政诉讼/,
  none: null,
} as const

/** Reads both files back and asserts that they are one letter with what is wanted in it. */
export async function readLetter(pdf: Saved, docx: Saved, wanted: Wanted): Promise<Letter> {
  assert.match(pdf.name, /\.pdf$/)
  assert.match(docx.name, /\.docx$/)
  const [printed, written] = await Promise.all([read(pdf.bytes), read(docx.bytes)])
  const text = squeezed(printed.text)
  const number = new RegExp(`云应急${wanted.series}〔(\\d{4})〕(\\d+)号`).exec(text)?.[0] ?? ''
  assert.notEqual(number, '', `a number of the series ${wanted.series}: ${text}`)
  const both = { PDF: text, Word: squeezed(written.text) }
  for (const [file, words] of Object.entries(both)) {
    const said = (part: string) =>
      assert.ok(words.includes(squeezed(part)), `“${part}” is not in the ${file}: ${words}`)
    said(number)
    said(`${wanted.to}：`)
    for (const part of wanted.says) said(part)
    for (const article of wanted.articles) said(article)
    const block = remedyBlocks[wanted.remedy]
    if (block === null) assert.doesNotMatch(words, /行政复议|行政诉讼/, `no remedy block in the ${file}`)
    else assert.match(words, block, file)
    for (const name of wanted.never)
      assert.ok(!words.includes(squeezed(name)), `“${name}” stands in the ${file}`)
  }
  return { documentNumber: number, text }
}
