/** Chinese for entries of the journal: what they are about, the names of their details, and what codes among the details mean. */
export interface JournalWords {
  readonly subjects: Readonly<Record<string, string>>
  readonly details: Readonly<Record<string, string>>
  /** By name of the detail; a code that is in none stands as it is. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The words of acts on the installation, on accounts and on the journal itself. */
export const groundWords: JournalWords = {
  subjects: { account: '账号', installation: '整个系统', journal: '日志', key: '密钥' },
  details: {
    way: '方式',
    stage: '到哪一步',
    locked: '账号已锁定',
    endedSessions: '结束的其他登录',
    links: '条数',
    breaks: '不一致',
    lines: '条数',
  },
  codes: {
    way: { password: '密码', singleSignOn: '统一身份', totp: '动态验证码', recoveryCode: '备用码' },
    stage: {
      full: '已进入',
      secondFactor: '等动态验证码',
      enrol: '等绑定动态验证码',
      newPassword: '等改密码',
    },
  },
}

/** Acts that belong to no room. */
export const groundVerbs: Readonly<Record<string, string>> = {
  'verify-journal': '校验日志',
  'export-journal': '下载日志',
  'rotate-keys': '更换密钥',
  'back-up': '备份',
}

/**
 * A detail as `名称：内容，…` on one line.
 * @param named what ids stand for (agencies, people)
 */
export function detailInWords(
  detail: Readonly<Record<string, unknown>>,
  words: JournalWords,
  named: ReadonlyMap<string, string> = new Map(),
): string {
  const value = (name: string, of: unknown): string => {
    if (of === null || of === undefined || of === '') return '无'
    if (typeof of === 'boolean') return of ? '是' : '否'
    if (Array.isArray(of)) return of.length === 0 ? '无' : of.map((one) => value(name, one)).join('、')
    if (typeof of === 'object') return `（${detailInWords(of as Record<string, unknown>, words, named)}）`
    // A digest is compared by its beginning; the whole stands in the database.
    if (name === 'digest' && typeof of === 'string') return of.slice(0, 16)
    return words.codes?.[name]?.[String(of)] ?? named.get(String(of)) ?? String(of)
  }
  return Object.entries(detail)
    .map(([name, of]) => `${words.details[name] ?? name}：${value(name, of)}`)
    .join('，')
}
