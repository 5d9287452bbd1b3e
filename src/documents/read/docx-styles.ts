import { attribute, streamXml } from './xml.ts'
import type { ReadLimits } from './limits.ts'

/** What a paragraph style of Word contributes to reading: its place in the outline and its automatic number. */
export interface WordStyle {
  readonly outline?: number
  readonly listId?: string
  readonly listLevel?: number
}

/** Reads `styles.xml`; a style without its own outline or list has those of the style it is based on. */
export function readWordStyles(bytes: Uint8Array, limits: ReadLimits): Map<string, WordStyle> {
  interface Listed extends WordStyle {
    basedOn?: string
    outline?: number
    listId?: string
    listLevel?: number
  }
  const listed = new Map<string, Listed>()
  let style: Listed | undefined
  streamXml(
    bytes,
    {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val') ?? ''
        if (name === 'style') {
          style = {}
          listed.set(attribute(attributes, 'styleId') ?? '', style)
        } else if (!style) return
        else if (name === 'basedOn') style.basedOn = value
        else if (name === 'name') {
          const level = /^heading ([1-6])$/i.exec(value)
          if (level) style.outline = Number(level[1])
          else if (/^title$/i.test(value)) style.outline = 1
        } else if (name === 'outlineLvl' && Number(value) < 6) style.outline = Number(value) + 1
        else if (name === 'numId') style.listId = value
        else if (name === 'ilvl') style.listLevel = Number(value)
      },
      close: (name) => {
        if (name === 'style') style = undefined
      },
    },
    limits,
  )
  const resolved = new Map<string, WordStyle>()
  for (const id of listed.keys()) {
    let found: WordStyle = {}
    let at: string | undefined = id
    for (let steps = 0; at !== undefined && steps < 20; steps += 1) {
      const own: Listed | undefined = listed.get(at)
      if (!own) break
      const { basedOn, ...said } = own
      found = { ...said, ...found }
      at = basedOn
    }
    resolved.set(id, found)
  }
  return resolved
}
