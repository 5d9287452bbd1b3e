import { strFromU8 } from 'fflate'
import { localName, parseXml, type XmlElement } from '../redact/xml-tree.ts'
import { attributeOf, printedParts, textOf } from './docx-marks.ts'

/** Fields that only count pages. Any other could fetch, run or change something when the letter is opened. */
const harmlessFields = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION'])

/** What a Word file must not carry when letters are made of it, each in one sentence; empty when it is plain. */
export function docxDangers(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const said = new Set<string>()
  const names = Object.keys(parts)
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (/macroEnabled/i.test(types) || names.some((name) => /vba|macros/i.test(name)))
    said.add('文件里有宏。请另存为不带宏的 Word 文档（docx）。')
  if (names.some((name) => /^word\/(embeddings|activeX|controls)\//i.test(name)))
    said.add('文件里有嵌入的文件或者控件，请删去。')
  if (names.some((name) => /^word\/(comments|people)[^/]*\.xml$/i.test(name)))
    said.add('文件里有批注，请先删去。')
  for (const name of names.filter((one) => one.startsWith('word/media/')))
    if (!/\.(png|jpe?g|gif|bmp)$/i.test(name)) said.add('文件里的图片只能是 PNG、JPG、GIF、BMP。')
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('.rels')) for (const one of outside(parseXml(strFromU8(content)))) said.add(one)
    if (/^word\/[^/]+\.xml$/.test(name)) for (const one of inPart(name, content)) said.add(one)
  }
  return [...said]
}

/** An address with a scheme, or a share of another machine. */
const isElsewhere = (address: string): boolean => /^\s*(?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(address)

function outside(root: XmlElement): readonly string[] {
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return []
    const target = child.attributes['Target'] ?? ''
    const isOutside =
      (child.attributes['TargetMode'] ?? '').toLowerCase() === 'external' || isElsewhere(target)
    if (!isOutside) return []
    const type = child.attributes['Type'] ?? ''
    const shown = target.length > 60 ? `${target.slice(0, 60)}…` : target
    if (type.endsWith('/image')) return [`文件里有链接到别处的图片（${shown}），请改为插入图片本身。`]
    if (type.endsWith('/attachedTemplate')) return [`文件挂着外部的模板（${shown}），请去掉。`]
    return [`文件里有外部链接（${shown}），请改成普通文字。`]
  })
}

function inPart(name: string, content: Uint8Array): readonly string[] {
  const root = parseXml(strFromU8(content))
  const said: string[] = []
  const fields: string[] = []
  const open: string[] = []
  const walk = (element: XmlElement): void => {
    for (const [attribute, value] of Object.entries(element.attributes))
      if (/^(?:src|href)$/.test(attribute.replace(/^.*:/, '')) && isElsewhere(value))
        said.push(`文件里有链接到别处的图片（${value.slice(0, 60)}），请改为插入图片本身。`)
    switch (localName(element)) {
      case 'ins':
      case 'del':
      case 'moveFrom':
      case 'moveTo':
        if (printedParts.test(name)) said.push('文件里有没有处理的修订，请先接受或者拒绝全部修订。')
        break
      case 'commentReference':
        said.push('文件里有批注，请先删去。')
        break
      case 'altChunk':
      case 'subDoc':
      case 'object':
      case 'control':
      case 'OLEObject':
        said.push('文件里有嵌入的文件或者控件，请删去。')
        break
      case 'fldSimple':
        fields.push(attributeOf(element, 'instr') ?? '')
        break
      case 'fldChar': {
        const type = attributeOf(element, 'fldCharType')
        if (type === 'begin') open.push('')
        else if (type === 'end') {
          const code = open.pop()
          if (code !== undefined) fields.push(code)
        }
        break
      }
      case 'instrText':
        if (open.length === 0) fields.push(textOf(element))
        else open[open.length - 1] += textOf(element)
        break
      default:
        break
    }
    for (const child of element.children) if (typeof child !== 'string') walk(child)
  }
  walk(root)
  for (const code of [...fields, ...open]) {
    const word = /^\s*([A-Za-z=]+)/.exec(code)?.[1]?.toUpperCase() ?? ''
    if (!harmlessFields.has(word)) said.push(`文件里有域“${code.trim().slice(0, 40)}”，只能用页码和总页数。`)
  }
  return said
}
