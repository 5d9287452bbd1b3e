import { SaxesParser } from 'saxes'
import { UnreadableDocument } from '../tree.ts'

export interface XmlElement {
  readonly name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** Deepest nesting that is followed. */
const deepest = 500

/**
 * An XML part as a tree that can be changed and written again. Comments and processing instructions are left behind:
 * they are not part of a document and could hold anything.
 * @throws UnreadableDocument when it is damaged, too deep or declares a document type
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  const damaged = (): never => {
    throw new UnreadableDocument('damagedXml', '文件内容已损坏，无法处理。请用办公软件打开并重新保存后再试。')
  }
  parser.on('error', damaged)
  parser.on('doctype', () => {
    throw new UnreadableDocument('doctype', '文件里有不应出现的文档类型声明，已停止处理。')
  })
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw new UnreadableDocument('tooDeep', '文件的层次嵌套过深，已停止处理。')
    const element: XmlElement = {
      name: tag.name,
      attributes: { ...(tag.attributes as Record<string, string>) },
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const keep = (piece: string): void => {
    if (open.length > 1) open.at(-1)?.children.push(piece)
  }
  parser.on('text', keep)
  parser.on('cdata', keep)
  parser.write(text.replace(/^\ufeff/, ''))
  parser.close()
  const top = root.children.find((child): child is XmlElement => typeof child !== 'string')
  return top ?? damaged()
}

/** The tree as an XML part in UTF-8. */
export function writeXml(element: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(element)}`
}

function written({ name, attributes, children }: XmlElement): string {
  const printed = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('')
  if (children.length === 0) return `<${name}${printed}/>`
  const inner = children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('')
  return `<${name}${printed}>${inner}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Name without its namespace prefix. */
export function localName(element: XmlElement): string {
  const colon = element.name.indexOf(':')
  return colon < 0 ? element.name : element.name.slice(colon + 1)
}
