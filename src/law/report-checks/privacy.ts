import { findBankCards } from '../../text/personal-data/bank-card.ts'
import { findIdNumbers } from '../../text/personal-data/id-number.ts'
import { findMobileNumbers } from '../../text/personal-data/mobile.ts'
import { findNotPublicMarkers } from '../../text/secrecy-markers/not-public.ts'
import { findStateSecretMarkers } from '../../text/secrecy-markers/state-secret.ts'
import { findWorkSecretMarkers } from '../../text/secrecy-markers/work-secret.ts'
import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { flowsOf, placeInFlow } from './passages.ts'
import { placeWords } from './told.ts'

const basis = '《政府信息公开条例》第十五条；《个人信息保护法》（E04）'
const rule = (code: string, title: string, applies: string): Rule => ({
  code,
  severity: 'error',
  title,
  basis,
  applies,
  remedy: '请先撤下报告，遮盖后重新发布。',
})
const id = rule(
  'privacy.idNumber',
  '公布了身份证号码',
  '十八位、出生日期和校验位都对的号码；统一社会信用代码、文号不算。',
)
const mobile = rule(
  'privacy.mobile',
  '公布了手机号码',
  '十一位手机号码；办公联系用的手机降为提示，座机和热线不算，打码的不算。',
)
const card = rule('privacy.bankCard', '公布了银行卡号', '有发卡行前缀且校验位对的号码。')
const secret: Rule = {
  code: 'privacy.secrecyMarker',
  severity: 'error',
  title: '带有密级或内部标志',
  basis: '《政府信息公开条例》第十四条、第十七条（E05）',
  applies:
    '“机密”“秘密★”单独成行、“密级：机密”、“工作秘密★”、“内部资料 注意保存”、“此件不予公开”等标志；句中说到保密工作的不算。',
  remedy: '请立即撤下，按保密规定核查。',
}
const contact = /电话|联系|手机|热线|咨询|传真/

/** E04, E05: personal data and secrecy markers that must not be in a report. */
export const privacy: Check = {
  rules: [id, mobile, card, secret],
  run({ report }) {
    const findings: Finding[] = []
    for (const flow of flowsOf(report))
      for (const [one, find] of [
        [id, findIdNumbers],
        [mobile, findMobileNumbers],
        [card, findBankCards],
      ] as const)
        for (const span of find(flow.text)) {
          const at = placeInFlow(flow, span.start, span.end - span.start)
          const shown = masked(flow.text.slice(span.start, span.end))
          const office =
            one === mobile && contact.test(flow.text.slice(Math.max(0, span.start - 30), span.start))
          findings.push(
            raise(one, {
              what: office ? `${placeWords(at)}联系电话用了手机号${shown}` : `${placeWords(at)}有${shown}`,
              ...(office ? { severity: 'notice' as const, verdict: 'doubtful' as const } : {}),
              found: shown,
              at: [at],
            }),
          )
        }
    for (const paragraph of report.paragraphs)
      for (const find of [findStateSecretMarkers, findWorkSecretMarkers, findNotPublicMarkers])
        for (const { start, end } of find(paragraph.text)) {
          const marker = paragraph.text.slice(start, end).trim()
          findings.push(
            raise(secret, {
              what: `${placeWords(paragraph.at)}有“${marker}”标志`,
              found: marker,
              at: [paragraph.at],
            }),
          )
        }
    return findings
  },
}

/** Personal data is shown masked, also in a finding. */
function masked(text: string): string {
  const plain = text.replace(/[\s-]/g, '')
  return `${plain.slice(0, 3)}${'*'.repeat(Math.max(3, plain.length - 7))}${plain.slice(-4)}`
}
