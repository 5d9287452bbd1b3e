/** Judging reports in the console: one's own agency's and, for a supervising agency, those below it. */
export const judgePermission = 'report-audit.judge'

/** Issuing rectification letters to agencies below, and closing them. */
export const rectifyPermission = 'report-audit.rectify'

export const permissionWords: Readonly<Record<string, string>> = {
  [judgePermission]: '检查年度报告、判断发现、更正读数',
  [rectifyPermission]: '签发和办结年度报告整改通知',
}

/** Chinese for the journal verbs of this room. */
export const verbWords: Readonly<Record<string, string>> = {
  'submit-reports': '提交报告检查',
  'discard-reports': '删除报告检查',
  'import-report': '登记年度报告',
  'place-check': '写明报告属于哪个机关',
  'import-check': '把检查过的报告登记为已发布',
  'judge-report-anew': '重新检查年度报告',
  'triage-finding': '判断一处发现',
  'correct-reading': '更正一格读数',
  'restore-reading': '撤回一格更正',
  'issue-rectification': '签发整改通知',
  'answer-rectification': '反馈整改情况',
  'close-rectification': '整改办结',
}
