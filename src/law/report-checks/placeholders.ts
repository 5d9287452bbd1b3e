import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const blank: Rule = {
  code: 'identity.placeholder',
  severity: 'error',
  title: '留有没填的空位',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D06）',
  applies: '“XX件”“××局”“年 月 日”“____”“（请填写）”一类；书名里的、打码的号码不算。',
  remedy: '请填上实际内容。',
}
const note: Rule = {
  code: 'identity.draftingNote',
  severity: 'error',
  title: '留有起草说明或排版要求',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D06）',
  applies: '“（宋体加粗小四号字）”“（此处插入）”“待核实”“填写说明”一类。',
  remedy: '请删去。',
}
const blanks =
  /(?<![\dA-Za-z*./=?&_-])(?:[XxＸｘ×]{2,}|[*＊]{2,}|[○〇]{2,}|某某)\s*(?=[年月日件条份个次项局委县区镇乡街部单])|[（(]\s*(?:请|此处)?(?:填写|填报|填入)[^）)]{0,12}[)）]|【\s*】|_{3,}|＿{2,}|20(?:\d{2})?\s*年[\s　]{2,}月[\s　]{2,}日/g
const notes =
  /[（(【[][^）)】\]]{0,14}(?:宋体|仿宋|黑体|楷体|小四|四号字|三号字|小三|字号|行距|加粗|居中|首行缩进)[^）)】\]]{0,14}[）)】\]]|[（(【[](?:此处|这里|请在此|注：此处)[^）)】\]]{0,20}[）)】\]]|[（(【[](?:待核实|待补充|待定|请补充|请核实|需补充|需核实|请替换|参考模板|示例文字|范文)[^）)】\]]{0,14}[）)】\]]|填写说明[：:]|填表说明[：:]/g

/** D06: blanks never filled and notes to the drafter. */
export const placeholders: Check = {
  rules: [blank, note],
  run({ report }) {
    const findings: Finding[] = []
    for (const [rule, pattern] of [
      [blank, blanks],
      [note, notes],
    ] as const) {
      const found = passages(report, pattern, rule === blank ? 'kept' : 'dropped').filter(
        // 【字号：大 中 小】 belongs to the page around the report.
        (one) => !insideTitle(one.sentence, one.text) && !/大.{0,2}中.{0,2}小|打印|关闭/.test(one.text),
      )
      const first = found[0]
      if (first === undefined) continue
      findings.push(
        raise(rule, {
          what: `${placeWords(first.at)}有${[...new Set(found.map((one) => one.text.trim()))]
            .slice(0, 3)
            .map((text) => `“${text}”`)
            .join('、')}${found.length > 1 ? `，共${found.length}处` : ''}`,
          found: first.text.trim(),
          quote: first.sentence,
          at: found.map((one) => one.at),
        }),
      )
    }
    return findings
  },
}

/** 《××审查表》 is the name of a form, not a blank. */
function insideTitle(sentence: string, text: string): boolean {
  const at = sentence.indexOf(text)
  return /《[^》]*$/.test(sentence.slice(0, at))
}
