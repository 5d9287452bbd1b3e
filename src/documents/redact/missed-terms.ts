import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { spansOf, termsIn } from './term-search.ts'

/** A term that stands on a page outside every box. */
export interface MissedTerm {
  readonly page: number
  readonly term: string
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/**
 * Terms of a page's text that the boxes do not cover. Once a page is a picture no search can tell that a name was left
 * legible, so this is asked before. A character counts as covered when its middle lies in a box; its seat is reckoned from the
 * run it stands in, Chinese characters one wide and others half.
 */
export async function missedTerms(
  page: PDFPageProxy,
  number: number,
  boxes: readonly Box[],
  terms: readonly string[],
): Promise<readonly MissedTerm[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  let text = ''
  const middles: (readonly [x: number, y: number])[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[]
    const along = Math.hypot(a, b) || 1
    const wide = [...item.str].reduce((sum, one) => sum + widthOf(one), 0) || 1
    let passed = 0
    for (const character of item.str) {
      const offset = ((passed + widthOf(character) / 2) / wide) * item.width
      passed += widthOf(character)
      const [x = 0, y = 0] = viewport.convertToViewportPoint(
        e + (a / along) * offset + c * 0.36,
        f + (b / along) * offset + d * 0.36,
      ) as number[]
      for (let unit = 0; unit < character.length; unit += 1) middles.push([x, y])
    }
    text += item.str
  }
  // Filled form fields and text notes are drawn on the page but are no part of its text.
  const drawn: MissedTerm[] = []
  for (const annotation of (await page.getAnnotations()) as readonly DrawnNote[]) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation.rect ?? []
    const [x = 0, y = 0] = viewport.convertToViewportPoint((x1 + x2) / 2, (y1 + y2) / 2) as number[]
    if (!/^(Widget|FreeText)$/.test(annotation.subtype ?? '') || boxes.some((box) => holds(box, x, y)))
      continue
    const words = [annotation.fieldValue, annotation.contentsObj?.str].flat().join('\n')
    drawn.push(...termsIn(words, terms).map((term) => ({ page: number, term })))
  }
  const inText = terms.flatMap((term) =>
    spansOf(text, [term]).flatMap(({ start, end }) => {
      const isCovered = middles
        .slice(start, end)
        .every(([x, y], index) => text[start + index]?.trim() === '' || boxes.some((box) => holds(box, x, y)))
      return isCovered ? [] : [{ page: number, term }]
    }),
  )
  return [...inText, ...drawn]
}

interface DrawnNote {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly fieldValue?: string | readonly string[] | null
  readonly contentsObj?: { readonly str?: string }
}

function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
}

function holds([left, top, right, bottom]: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}
