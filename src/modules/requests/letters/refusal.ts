import { z } from 'zod'
import { paragraph, type OfficialDocument } from '../../../documents/write/model.ts'
import { decisionBlanks, text } from './blanks.ts'
import { groundForms, groundReasons, type Ground } from './grounds.ts'
import { examined, letter, opening } from './phrases.ts'
import { reviewFirst } from './remedy.ts'

/** Blanks of every refusal under 条例 Art 14 to 16; each adds those of its ground. */
export const refusalBlanks = {
  ...decisionBlanks,
  /** What is refused, named without giving anything of it away. */
  information: text('不予公开的信息名称'),
}

const shape = z.object(refusalBlanks)

/** A reply that refuses the whole of what was asked, on one ground; review comes before any suit. */
export function refusalLetter(
  blanks: z.output<typeof shape>,
  ground: Ground,
  hint?: string,
): OfficialDocument {
  const { articles } = groundForms[ground.ground]
  return letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
    opening(blanks, examined.reply),
    paragraph(groundReasons(ground, blanks.information)),
    paragraph(`根据《条例》${articles}、第三十六条第三项的规定，本机关决定对${blanks.information}不予公开。`),
    ...(hint === undefined ? [] : [paragraph(hint)]),
    reviewFirst(blanks.remedyPlaces, '本答复书'),
  ])
}
