import { strFromU8 } from 'fflate'
import { paragraphsOf } from '../fill/docx-marks.ts'
import type { DocTree } from '../tree.ts'
import { docxParts } from './docx-parts.ts'
import { localName, parseXml, type XmlElement } from './xml-tree.ts'

/** What our reader does not turn into text: pictures, drawings, text boxes, formulas, charts, other files. */
const beyondText = new Set(
  'drawing pict object control txbxContent oMath oMathPara altChunk subDoc AlternateContent ruby footnoteReference endnoteReference'.split(
    ' ',
  ),
)

/**
 * Whether the tree holds all that a reader of the document sees, so that it may be set anew from its text. A Word file with pictures,
 * text boxes, formulas, notes, or words in its header or footer holds more.
 */
export function isReadWhole(bytes: Uint8Array, tree: DocTree): boolean {
  if (tree.notes.length > 0 || tree.blocks.length === 0) return false
  if (tree.format === 'txt') return true
  if (tree.format !== 'docx') return false
  const parts = docxParts(bytes)
  for (const [name, content] of Object.entries(parts)) {
    if (/^word\/(media|embeddings|charts|diagrams|activeX|ink)\//i.test(name)) return false
    if (/^word\/(header|footer)\d*\.xml$/.test(name) && hasWords(content)) return false
  }
  return !holdsMore(parseXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
}

/** A page number between dashes is no word: the new pages have their own. */
function hasWords(content: Uint8Array): boolean {
  const root = parseXml(strFromU8(content))
  return holdsMore(root) || paragraphsOf(root).some(({ text }) => !/^[\s\d\-—–－·.第共页/／]*$/u.test(text))
}

function holdsMore(element: XmlElement): boolean {
  if (beyondText.has(localName(element))) return true
  return element.children.some((child) => typeof child !== 'string' && holdsMore(child))
}
