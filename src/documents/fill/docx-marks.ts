import { localName, type XmlElement } from '../redact/xml-tree.ts'

/** A text of a run, with the run that formats it. */
export interface RunText {
  readonly element: XmlElement
  readonly run: XmlElement | null
}

/** A paragraph of a Word part with its own texts; those of a text box inside it belong to the box's paragraphs. */
export interface DocxParagraph {
  readonly element: XmlElement
  readonly parent: XmlElement
  readonly texts: readonly RunText[]
  readonly text: string
}

/** A mark `{{收件人}}` in a paragraph's text. */
export interface MarkSpan {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** WPS turns braces full-width when a Chinese input method is on: both are taken. */
const markPattern = /[{｛]{2}([^{}｛｝]{0,60})[}｝]{2}/gu

/** The marks of a text; spaces inside a mark do not matter. */
export function marksIn(text: string): readonly MarkSpan[] {
  return [...text.matchAll(markPattern)].map((match) => ({
    name: (match[1] ?? '').replace(/\s/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Braces that are left when the marks are taken out: a mark that was begun and not ended. */
export function hasTornMark(text: string): boolean {
  return /[{｛]{2}|[}｝]{2}/u.test(text.replace(markPattern, ''))
}

/** Parts of a Word file that are printed. */
export const printedParts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

/** Every paragraph of a part in order; a mark cut into runs is whole in its text. */
export function paragraphsOf(root: XmlElement): readonly DocxParagraph[] {
  const found: { element: XmlElement; parent: XmlElement; texts: RunText[] }[] = []
  const walk = (
    element: XmlElement,
    parent: XmlElement,
    paragraph: { texts: RunText[] } | null,
    run: XmlElement | null,
  ): void => {
    const name = localName(element)
    let own = paragraph
    let ownRun = run
    if (name === 'p' && isWord(element)) {
      const begun = { element, parent, texts: [] }
      found.push(begun)
      own = begun
      ownRun = null
    } else if (name === 'r' && isWord(element)) ownRun = element
    else if (name === 't' && isWord(element)) own?.texts.push({ element, run: ownRun })
    for (const child of element.children) if (typeof child !== 'string') walk(child, element, own, ownRun)
  }
  walk(root, root, null, null)
  return found.map((one) => ({ ...one, text: one.texts.map(({ element }) => textOf(element)).join('') }))
}

/** DrawingML has paragraphs (`a:p`) too; they are pictures' matter. */
const isWord = (element: XmlElement): boolean => !element.name.startsWith('a:')

export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && localName(child) === name,
  )
}

/** Whether a reader of the page would not see what stands in the run: hidden, white, or smaller than print. */
export function isUnseen(run: XmlElement | null): boolean {
  const properties = run === null ? undefined : childOf(run, 'rPr')
  if (properties === undefined) return false
  const value = (name: string): string | undefined => {
    const found = childOf(properties, name)
    return found === undefined ? undefined : (attributeOf(found, 'val') ?? 'true')
  }
  const isOn = (name: string) => !['0', 'false', 'off', undefined].includes(value(name))
  const size = value('sz')
  return (
    isOn('vanish') ||
    isOn('webHidden') ||
    /^f{6}$/i.test(value('color') ?? '') ||
    (size !== undefined && Number(size) < 8)
  )
}

/** An attribute whatever its prefix. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes))
    if (key.slice(key.indexOf(':') + 1) === name) return value
  return undefined
}
