import type { PersonalKind } from '../../../redaction/look-into.ts'
import type { TagKind } from '../../../../../platform/html/index.ts'
import type { ItemJudgement } from '../../../model.ts'
import type { Item } from '../../../store/items.ts'

export const personalWords: Readonly<Record<PersonalKind, string>> = {
  name: '姓名',
  address: '住址',
  phone: '电话',
  account: '账号',
  idNumber: '身份证号码',
  mobile: '手机号码',
  bankCard: '银行卡号',
  email: '邮箱',
  plate: '车牌号',
}

export const judgementTag: Readonly<Record<ItemJudgement, TagKind>> = {
  open: 'good',
  partly: 'warn',
  withheld: 'bad',
  notHeld: 'plain',
  alreadyPublished: 'info',
}

export const judgementHints: Readonly<Record<ItemJudgement, string>> = {
  open: '全部提供给申请人。',
  partly: '能区分的，遮盖不公开的部分，其余提供（第三十七条）。',
  withheld: '整件不提供，写明理由和依据。',
  notHeld: '检索了没有。写明检索了哪里、用什么词。',
  alreadyPublished: '告诉申请人在哪里可以看到（第三十六条第一项）。',
}

/** Where the copy for the applicant stands. */
export function releaseStanding(item: Item): { readonly kind: TagKind; readonly says: string } | null {
  if (item.judgement !== 'open' && item.judgement !== 'partly') return null
  if (item.releaseFile !== null && item.releaseCheckedAt !== null)
    return { kind: 'good', says: '已检查，可以提供' }
  return item.originalFile === null
    ? { kind: 'warn', says: '等上传原件' }
    : { kind: 'warn', says: '等处理文件' }
}

/** Names of documents that the request itself mentions: titles in 《》 and document numbers; the whole request when there is none. */
export function suggestedTitles(content: string, listed: readonly string[]): readonly string[] {
  const titles = [
    ...content.matchAll(/《[^《》]{2,80}》(?:（[^（）]{2,40}）)?|\p{Script=Han}{2,12}〔\d{4}〕\d+号/gu),
  ].map(([title]) => title)
  const found = titles.length > 0 ? titles : [content.split(/[。；\n]/)[0]?.slice(0, 120) ?? '']
  return [...new Set(found)].filter((title) => title !== '' && !listed.includes(title)).slice(0, 6)
}
