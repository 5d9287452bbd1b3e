import { SaxesParser } from 'saxes'
import { UnreadableDocument } from '../tree.ts'
import type { ReadLimits } from './limits.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** What a reader listens to. Names come without their namespace prefix: files differ in prefixes, never in local names. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Streams one XML part. A DOCTYPE is refused, so no entity can be declared and none expands; nesting is limited.
 * Attribute names lose their prefix too, except for relationship ids (`r:id` and `Id` would collide).
 */
export function streamXml(bytes: Uint8Array, listener: XmlListener, limits: ReadLimits): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let damage: Error | undefined
  parser.on('error', (error) => {
    damage ??= error
    throw error
  })
  parser.on('doctype', () => {
    throw new UnreadableDocument('doctype', '文件里有不应出现的文档类型声明，已停止读取。')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > limits.depth) {
      throw new UnreadableDocument('tooDeep', '文件的层次嵌套过深，像是有意构造的，已停止读取。')
    }
    listener.open?.(localName(tag.name), tag.attributes as XmlAttributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    listener.close?.(localName(tag.name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  try {
    parser.write(decodeXml(bytes))
    parser.close()
  } catch (error) {
    if (error === damage) {
      throw new UnreadableDocument(
        'damagedXml',
        '文件内容已损坏，只能读到一部分。请用办公软件打开并重新保存后再试。',
      )
    }
    throw error
  }
}

/** The attribute by its local name, whatever the prefix. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  for (const key in attributes)
    if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key]
  return undefined
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Office parts are UTF-8 by rule; UTF-16 and an announced GBK occur in files of older converters. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120))
  const announced = /encoding=["'](gb\w+)["']/i.exec(head)
  return new TextDecoder(announced ? 'gb18030' : 'utf-8').decode(bytes)
}
