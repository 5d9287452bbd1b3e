import type { JournalWords } from '../../platform/journal/in-words.ts'

/** What the journal of this room says, in words. */
export const journalWords: JournalWords = {
  subjects: { annualReport: '年度报告', rectification: '整改通知', reportCheck: '报告检查' },
  details: {
    year: '年度',
    edition: '版次',
    digest: '摘要',
    findings: '发现',
    of: '所属机关',
    to: '发给',
    changed: '有变动',
    before: '原来',
    after: '现在',
    rulesVersion: '规则版本',
    finding: '发现的编号',
    verdict: '判断',
    reason: '理由',
    cell: '格子',
    readAs: '读作',
    value: '数值',
    documentNumber: '文号',
    workingDays: '期限（工作日）',
    points: '问题数',
    door: '来处',
    files: '文件数',
  },
  codes: {
    verdict: { confirmed: '属实', dismissed: '不算问题', open: '未判断' },
    door: { page: '门户', console: '工作台', api: '接口' },
  },
}
