import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { isWholeReport, sixSectionsApply, textOf } from './passages.ts'

const rule = (code: string, title: string, applies: string, remedy: string, item: string): Rule => ({
  code,
  severity: 'notice',
  title,
  basis: `《政府信息公开条例》第四十九条、第五十条；年度报告通行写法（${item}）`,
  applies: `${applies}；只有表格或只读到片段的不说。`,
  remedy,
})
const basis = rule(
  'structure.missingBasis',
  '没有写编制依据',
  '第一部分之前没有提到《政府信息公开条例》或年度报告格式',
  '请写明依据的条例和格式。',
  'C04',
)
const period = rule(
  'structure.missingPeriod',
  '没有写数据统计期',
  '全文没有“1月1日至12月31日”一类的统计期',
  '请写明数据统计期为1月1日至12月31日。',
  'C04',
)
const contact = rule(
  'structure.missingContact',
  '没有写联系方式',
  '全文没有电话、邮箱，也没有地址',
  '请写明联系单位、地址、电话。',
  'C04',
)
const signature = rule(
  'structure.missingSignature',
  '没有落款日期',
  '文末、标题下都没有日期，网页也没有发布日期',
  '请在文末写明机关名称和日期。',
  'C06',
)

/** C04, C06: basis, period, contact and signature. */
export const preface: Check = {
  rules: [basis, period, contact, signature],
  run({ report }) {
    if (!isWholeReport(report) || !sixSectionsApply(report)) return []
    const findings: Finding[] = []
    const before = textOf(report, 0)
    // Registration numbers at the foot of a page are no telephone.
    const all = textOf(report).replace(/^.*(?:ICP备|公网安备|标识码|索引号|版权所有).*$/gm, '')
    const has = (fact: string) => report.narrative.some((one) => one.fact === fact)
    const opening = report.sections[0]?.at ?? {}
    if (!/条[例列]|信息公开条|年度报告.{0,4}格式|国办公开办函/.test(before + textOf(report, 1).slice(0, 200)))
      findings.push(raise(basis, { what: '开头没有写编制依据', at: [opening] }))
    if (
      !has('periodStart') &&
      !has('periodEnd') &&
      !/1月1日.{0,6}12月31日|统计期|数据.{0,6}截[至止]/.test(all)
    )
      findings.push(raise(period, { what: '没有写数据统计期', at: [opening] }))
    if (
      !/\d{3,4}[-—－）)]\s*\d{7,8}|(?<!\d)\d{7,8}(?!\d)|[\w.-]+@[\w-]+\.|(?:电话|地址|邮编|邮箱|邮政编码)[：:]/.test(
        all,
      )
    )
      findings.push(raise(contact, { what: '没有写联系电话、地址或邮箱', at: [opening] }))
    // A month without a day is a date as well.
    const month =
      /(?:20\d\d|二[〇○零Oo0]二[〇○零一二三四五六七八九])年(?:\d{1,2}|十?[一二三四五六七八九十])月/
    const ending = report.paragraphs
      .slice(-3)
      .some((one) => month.test(one.text.replace(/\s/g, '')) && one.text.length < 40)
    // 「（2024年1月25日）」 alone under the title dates the report as well.
    const heading = report.paragraphs
      .filter((one) => one.section === 0)
      .some((one) => /^[（(]?20\d\d年\d{1,2}月\d{1,2}日[）)]?$/.test(one.text.replace(/\s/g, '')))
    if (!has('signedOn') && !has('publishedOn') && !ending && !heading) {
      const last = report.paragraphs.at(-1)
      findings.push(raise(signature, { what: '文末没有落款日期', at: [last?.at ?? {}] }))
    }
    return findings
  },
}
