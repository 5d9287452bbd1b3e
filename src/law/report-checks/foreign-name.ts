import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule: Rule = {
  code: 'identity.foreignName',
  severity: 'notice',
  title: '机关的英文名称与级别不符',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D09）',
  applies: '同一行里中文名称后面跟着英文名称，而区写成Municipality、县写成City一类；多半是网站页眉的错。',
  remedy: '请网站运维单位改正：省用Province，市用Municipal，县用County，区用District。',
}
const ranks: Readonly<Record<string, RegExp>> = {
  省: /province|provincial/i,
  市: /city|municipal/i,
  县: /county/i,
  区: /district|area|zone/i,
}
const beside =
  /\p{Script=Han}{1,8}?(省|市|县|区)(?:人民)?政府[^A-Za-z\p{Script=Han}]{0,8}([A-Za-z][A-Za-z' ’.]{9,80})/gu
const anyRank = /\b(province|provincial|city|municipal(?:ity)?|county|district)\b/i

/** D09: the rank in the English name is that of the Chinese one. */
export const foreignName: Check = {
  rules: [rule],
  run({ report }) {
    for (const one of passages(report, beside, 'kept')) {
      const [rank = '', english = ''] = one.groups
      if (ranks[rank]?.test(english) !== false) continue
      const wrong = anyRank.exec(english)
      if (wrong === null) continue
      return [
        raise(rule, {
          what: `${placeWords(one.at)}的英文名称“${english.trim()}”把${rank}写成了“${wrong[0]}”`,
          verdict: 'doubtful',
          found: wrong[0],
          quote: one.text,
          at: [one.at],
        }),
      ]
    }
    return []
  },
}
