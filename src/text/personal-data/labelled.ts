import { withoutOverlaps, type Span } from '../spans.ts'

/** What a form or a document calls a person's particulars by. */
const labels = {
  name: '姓名|当事人|申请人|法定代表人|负责人|联系人|委托代理人|被询问人|证人|家属|收款人|户主',
  address: '家庭住址|住址|住所|现住址|户籍地|通信地址',
  phone: '电话|联系电话|手机|联系方式',
  account: '账号|银行账号|卡号|开户账号',
} as const
export type LabelledKind = keyof typeof labels

/** What may follow each label; a name is two to four characters, so that a sentence after the label is none. */
const values: Readonly<Record<LabelledKind, string>> = {
  name: '\\p{Script=Han}{1,3}(?:·\\p{Script=Han}{1,4})?\\p{Script=Han}(?!\\p{Script=Han})',
  address: '[\\p{Script=Han}\\d０-９A-Za-z（）()\\-—#]{6,50}',
  phone: '(?:\\+?\\d[\\d -]{5,16}\\d)',
  account: '\\d[\\d ]{7,28}\\d',
}

/** Words that follow a label without being anybody's name. */
const noName =
  /^(?:不详|保密|无|单位|公司|本人|签名|签字|盖章|姓名|职务|电话|地址|情况|意见|陈述|身份|年龄|性别|如下)$/

export interface Labelled extends Span {
  readonly kind: LabelledKind
}

/** Particulars of people that a label announces: 姓名：…, 住址：…, 电话：…. The label itself is not in the span. */
export function findLabelled(source: string): Labelled[] {
  const found: Labelled[] = []
  for (const kind of Object.keys(labels) as LabelledKind[]) {
    const pattern = new RegExp(`(?:${labels[kind]})[ \\t　]*[:：\\t][ \\t　]*(${values[kind]})`, 'gu')
    for (const match of source.matchAll(pattern)) {
      const value = match[1] ?? ''
      if (kind === 'name' && noName.test(value)) continue
      const start = match.index + match[0].length - value.length
      found.push({ kind, start, end: start + value.length })
    }
  }
  return withoutOverlaps(found)
}
