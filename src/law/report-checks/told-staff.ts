import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule: Rule = {
  code: 'text.staffContradiction',
  severity: 'notice',
  title: '一处说有专职人员，一处说没有',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（B11）',
  applies: '文中既说配备了专职人员，又说没有专职人员；“专人负责”不是专职，不算。',
  remedy: '请核对后统一。',
}

/** B11: professional staff that is there and is not there. */
export const toldStaff: Check = {
  rules: [rule],
  run({ report }) {
    const has = passages(
      report,
      /(?:配备|配有|安排|设有|确定|落实|委派)了?(?:\d+|[一二两三四五])?名?专职(?:工作)?人员|专职(?:工作)?人员(?:\d+|[一二两三四五])[名人]/g,
    )[0]
    const not = passages(
      report,
      /(?:没有|无|未配备|缺乏|缺少)专职(?:的)?(?:工作)?人员|(?:工作)?人员(?:均|都|全部)为兼职/g,
    )[0]
    if (has === undefined || not === undefined || has.sentence === not.sentence) return []
    return [
      raise(rule, {
        what: `${placeWords(has.at)}写“${has.text}”，${placeWords(not.at)}又写“${not.text}”`,
        verdict: 'doubtful',
        quote: `${has.sentence} …… ${not.sentence}`,
        at: [has.at, not.at],
      }),
    ]
  },
}
