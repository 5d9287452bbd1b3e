import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { cellAt, placeWords } from './told.ts'

const rule: Rule = {
  code: 'text.allFinished',
  severity: 'warning',
  title: '说全部办结而表三仍有结转',
  basis: '格式（国办公开办函〔2021〕30号）表三第四项（A17）',
  applies: '文中说依申请公开全部办结（不是“到期的”），而表三结转下年度大于0。',
  remedy: '请核对年末在办件；在办的写明“结转下年度继续办理”。',
}

/** A17: the text says everything is finished while table three carries requests on. */
export const toldFinished: Check = {
  rules: [rule],
  run({ report }) {
    const carried = report.tables.t3?.carriedOut.total ?? null
    if (carried === null || carried === 0) return []
    const found = passages(
      report,
      /(?:均|全部|都)(?:申请)?(?:件|事项)?(?:均|都|已经?)*(?:按[时期规]定?|依法|及时|按时限|在法定(?:时限|期限)内)*(?:全部)?(?:办结|答复完毕|办理完毕|答复办结|办理答复完毕)(?!的|率)/g,
    ).filter(
      (one) =>
        /申请/.test(one.sentence) &&
        !/建议|提案|信访|热线|许可|到期|应当?答复|结转|在办|未到期/.test(one.sentence) &&
        one.section !== 5 &&
        one.section !== 2,
    )
    const first = found[0]
    if (first === undefined) return []
    return [
      raise(rule, {
        what: `${placeWords(first.at)}说申请全部办结，表三却有${carried}件结转下年度`,
        verdict: 'doubtful',
        expected: 0,
        found: carried,
        quote: first.sentence,
        at: [first.at, cellAt('t3', 'carriedOut', 'total')],
      }),
    ]
  },
}
