/** Judging reports in the console: one's own agency's and, for a supervising agency, those below it. */
export const judgePermission = 'report-audit.judge'

export const permissionWords: Readonly<Record<string, string>> = {
  [judgePermission]: '检查年度报告、判断发现、更正读数',
}

/** Chinese for the journal verbs of this room. */
export const verbWords: Readonly<Record<string, string>> = {
  'submit-reports': '提交报告检查',
  'discard-reports': '删除报告检查',
  'import-report': '登记年度报告',
}
