import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { after, before, columnHead, lineAround } from '../surroundings.ts'

/** Providers with whom anybody may have a mailbox. */
const provider =
  /^(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|sina|sohu|139|189|wo|tom|21cn|263|gmail|hotmail|outlook|live|msn|yahoo|icloud|aliyun|protonmail|proton)\.(?:com|cn|net|me|com\.cn|com\.hk|com\.tw)$/i
const mailbox =
  /(?<![\w.%+*-])([A-Za-z0-9](?:[\w.%+-]{0,62}[A-Za-z0-9_])?)[@#]((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w@])/g
const person =
  /申请人|当事人|个人|本人|考生|学生|家长|投诉人|举报人(?!员)|信访人|反映人|姓名|住址|身份证|户主|业主|村民|被执行人|法定代表人|受害|患者|求职|聘用人员|拟录用/
const office =
  /局|委(?!托)|办(?!理)|政府|中心|机关|部门|单位|科室|处室|[科处](?=[,，、:： ])|学校|医院|大队|支队|街道|监督|举报|公开|咨询|受理|意见|建议|征集|投稿|报名|报送|发送|发至|传真|邮编|公章|联系方式|投标|采购|电话[:：]? ?[(（]?0\d{2,3}[)）]?[-—– ]?\d{7,8}/

export interface Mailbox extends Span {
  /** The mailbox of an office that has it with a public provider. */
  readonly isOffice: boolean
}

/** Mailboxes of persons with public providers. Those of an organisation's own domain are its address and are not given. */
export function findMailboxes(source: string): Mailbox[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Mailbox[] = []
  for (const match of text.matchAll(mailbox)) {
    if (!provider.test(match[2] ?? '')) continue
    const head = `${columnHead(text, match.index)} ${before(text, match.index, 60)}`
    const { line } = lineAround(text, match.index)
    const isOffice =
      !person.test(head) &&
      !/本人|个人/.test(after(text, match.index + match[0].length, 10)) &&
      office.test(`${head} ${line}`)
    found.push({ ...sourceSpan(folded, match.index, match.index + match[0].length), isOffice })
  }
  return found
}

/** Every address of electronic mail, also with full-width signs; whose it is does not matter. */
export function findEmails(source: string): Span[] {
  const folded = foldLines(source)
  return [
    ...folded.text.matchAll(
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9])/g,
    ),
  ].map((match) => sourceSpan(folded, match.index, match.index + match[0].length))
}
