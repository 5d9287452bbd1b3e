import { findHomeAddresses } from './personal-data/address.ts'
import { findBankCards } from './personal-data/bank-card.ts'
import { findMailboxes } from './personal-data/email.ts'
import { findDoubtfulIdNumbers, findIdNumbers } from './personal-data/id-number.ts'
import { findMobileNumbers } from './personal-data/mobile.ts'
import { findPassports } from './personal-data/passport.ts'
import { findPersonsPlates } from './personal-data/plate.ts'
import { findBlanks } from './placeholders/blank.ts'
import { findDraftingNotes } from './placeholders/drafting-note.ts'
import { findNotPublicMarkers } from './secrecy-markers/not-public.ts'
import { findStateSecretMarkers } from './secrecy-markers/state-secret.ts'
import { findWorkSecretMarkers } from './secrecy-markers/work-secret.ts'
import { findAdvertising } from './spam/advertising.ts'
import type { Span } from './spans.ts'
import { findAbolishedBodies } from './wording/abolished-body.ts'
import { findLawTitles } from './wording/law-title.ts'
import { findMisspellings } from './wording/misspelling.ts'
import { findNonStandardWords } from './wording/non-standard.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** Something that a person must look at before the text is made public. */
export interface TextFinding extends Span {
  /** family.what, as in the contract of `gongkai inspect`. */
  readonly code: string
  readonly severity: Severity
  readonly text: string
  readonly message: string
  readonly suggestion: string
}

const mask = '请遮盖后再公开；依法必须公开的，由审查人员确认。'
const secret = '请立即停止公开，送保密审查；标志已经失效的，按规定去掉后再公开。'

/** Everything that the detectors of texts find, in the order of the text. */
export function lookOver(source: string): TextFinding[] {
  const found: TextFinding[] = []
  const add = (
    spans: readonly Span[],
    code: string,
    severity: Severity,
    message: (text: string) => string,
    suggestion: string,
  ): void => {
    for (const { start, end } of spans) {
      const text = source.slice(start, end)
      found.push({ code, severity, text, start, end, message: message(text), suggestion })
    }
  }
  add(findIdNumbers(source), 'personal.idNumber', 'error', () => '这里有身份证号码。', mask)
  add(
    findDoubtfulIdNumbers(source),
    'personal.idNumber',
    'warning',
    () => '写明是身份证号，但是校验位或者位数不对，可能抄错了。',
    '请核对；确是身份证号码的，遮盖后再公开。',
  )
  add(
    findMobileNumbers(source),
    'personal.mobile',
    'error',
    () => '这里有手机号码。',
    '请遮盖，或者换成办公电话；确需公开的，由审查人员确认。',
  )
  add(findBankCards(source), 'personal.bankCard', 'error', () => '这里有银行卡号。', mask)
  add(
    findHomeAddresses(source),
    'personal.address',
    'error',
    () => '这里有具体到门牌的家庭住址。',
    '请只写到街道、社区或者村。',
  )
  add(findPersonsPlates(source), 'personal.plate', 'error', () => '这里有个人车辆的号牌。', mask)
  add(findPassports(source), 'personal.passport', 'error', () => '这里有护照或者通行证的号码。', mask)
  for (const mailbox of findMailboxes(source))
    add(
      [mailbox],
      'personal.email',
      mailbox.isOffice ? 'notice' : 'error',
      () => (mailbox.isOffice ? '单位邮箱开在公众邮箱服务商那里。' : '这里有个人邮箱。'),
      mailbox.isOffice ? '建议改用政务邮箱。' : mask,
    )
  add(
    findStateSecretMarkers(source),
    'secrecy.stateSecret',
    'error',
    (text) => `这里有国家秘密标志“${text.trim()}”。`,
    secret,
  )
  add(
    findWorkSecretMarkers(source),
    'secrecy.workSecret',
    'error',
    (text) => `这里有工作秘密标志“${text.trim()}”。`,
    secret,
  )
  add(
    findNotPublicMarkers(source),
    'secrecy.notPublic',
    'error',
    (text) => `这里写明“${text.trim()}”。`,
    '请停止公开，核对文件的公开属性。',
  )
  for (const one of findMisspellings(source))
    add([one], 'wording.misspelling', 'warning', (text) => `“${text}”是错别字。`, `请改为“${one.right}”。`)
  for (const one of findNonStandardWords(source))
    add(
      [one],
      'wording.nonStandard',
      one.isPreference ? 'notice' : 'warning',
      (text) => `“${text}”写法不规范。`,
      `请写作“${one.right}”。`,
    )
  for (const one of findAbolishedBodies(source))
    add(
      [one],
      'wording.abolishedBody',
      'warning',
      (text) => `“${text}”已在机构改革中撤并（${one.body.endedOn}）。`,
      `请改为现在的机构（${one.body.now}）；说的是从前的事，请加“原”字。`,
    )
  for (const one of findLawTitles(source))
    add(
      [one],
      'wording.lawTitle',
      'warning',
      (text) =>
        one.kind === 'wrong' ? `没有${text}这部法，名称写错了。` : `${text}已经废止，不能再作为依据。`,
      `请核对，应为${one.right}。`,
    )
  add(
    findAdvertising(source),
    'source.advertising',
    'error',
    (text) => `这里被植入广告“${text}”。`,
    '请以原件为准恢复原文，并检查网站是否被篡改。',
  )
  add(
    findBlanks(source),
    'placeholder.blank',
    'warning',
    (text) => `“${text}”处没有填写。`,
    '请填上实际内容。',
  )
  add(
    findDraftingNotes(source),
    'placeholder.draftingNote',
    'warning',
    (text) => `“${text}”是写给起草人看的话。`,
    '请处理后删去。',
  )
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}
