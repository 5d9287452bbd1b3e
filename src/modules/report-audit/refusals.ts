import type { Reason } from '../../law/reason.ts'

/** Every way this room says no. */
export const auditRefusals = {
  'report-audit.permission.missing': {
    code: 'report-audit.permission.missing',
    sentence: '您在这个机关没有检查年度报告的权限。',
    help: '需要的话，请安全管理员授予角色。',
  },
  'report-audit.report.missing': {
    code: 'report-audit.report.missing',
    sentence: '没有这一年的报告。可以到“年度报告”看有哪些年份。',
  },
  'report-audit.check.missing': {
    code: 'report-audit.check.missing',
    sentence: '没有这次检查。可能过了保留期已经删除，或者地址不完整。',
    help: '可以把报告再检查一次。',
  },
  'report-audit.check.notReady': {
    code: 'report-audit.check.notReady',
    sentence: '这份报告还在检查，结果还没有出来。',
    help: '请过一会儿再来取。',
  },
  'report-audit.check.keyReused': {
    code: 'report-audit.check.keyReused',
    sentence: '这个 Idempotency-Key 已经用来提交过另一批文件。',
    help: '重发同一批文件用同一个值，新的一批请换一个值。',
  },
  'report-audit.check.tooMany': {
    code: 'report-audit.check.tooMany',
    sentence: '一小时内从您这里提交的文件太多了。',
    help: '请过一会儿再提交。',
  },
  'report-audit.check.busy': {
    code: 'report-audit.check.busy',
    sentence: '现在排队的报告太多，暂时不能再收。',
    help: '请过几分钟再提交。',
  },
  'report-audit.check.unplaced': {
    code: 'report-audit.check.unplaced',
    sentence: '还没有写明这是哪个机关、哪一年的报告。',
    help: '先在“报告属于”里选好，再登记。',
  },
  'report-audit.check.yearImpossible': {
    code: 'report-audit.check.yearImpossible',
    sentence: '报告年度不对，不会有这一年的报告。',
    help: '在“报告属于”里改正年度。',
  },
  'report-audit.check.bytesGone': {
    code: 'report-audit.check.bytesGone',
    sentence: '这个文件已经删除，只剩检查结果，不能再登记。',
    help: '请重新上传。',
  },
  'report-audit.triage.stale': {
    code: 'report-audit.triage.stale',
    sentence: '你打开之后，同事已经判断过这一处。请看清现在的判断再定。',
  },
  'report-audit.correction.stale': {
    code: 'report-audit.correction.stale',
    sentence: '你打开之后，同事已经更正过这一格。请看清现在的值再定。',
  },
  'report-audit.correction.noCell': {
    code: 'report-audit.correction.noCell',
    sentence: '这份报告里没有这一格。',
  },
  'report-audit.correction.same': {
    code: 'report-audit.correction.same',
    sentence: '填的和读出来的一样，不用更正。',
  },
  'report-audit.letter.missing': {
    code: 'report-audit.letter.missing',
    sentence: '没有这份整改通知。',
  },
  'report-audit.letter.ownReport': {
    code: 'report-audit.letter.ownReport',
    sentence: '不能给自己的机关发整改通知。',
    help: '自己的报告直接改正后重新登记。',
  },
  'report-audit.letter.notConfirmed': {
    code: 'report-audit.letter.notConfirmed',
    sentence: '所选的有几处还没有判断为属实，或者已经改好。',
    help: '通知只写核实过的问题，请先逐处判断。',
    basis: '条例第四十七条',
  },
  'report-audit.letter.numberUsed': {
    code: 'report-audit.letter.numberUsed',
    sentence: '这个发文字号已经用过。',
    help: '请换一个。',
  },
  'report-audit.letter.notYours': {
    code: 'report-audit.letter.notYours',
    sentence: '这份整改通知要由对方机关来办。',
  },
  'report-audit.letter.closed': {
    code: 'report-audit.letter.closed',
    sentence: '这份整改通知已经办结。',
  },
  'report-audit.letter.stale': {
    code: 'report-audit.letter.stale',
    sentence: '你打开之后，这份整改通知有了变化。请看清再办。',
  },
} as const satisfies Readonly<Record<string, Reason>>

export type AuditRefusal = keyof typeof auditRefusals
