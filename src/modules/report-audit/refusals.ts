import type { Reason } from '../../law/reason.ts'

/** Every way this room says no. */
export const auditRefusals = {
  'report-audit.permission.missing': {
    code: 'report-audit.permission.missing',
    sentence: '你在这个机关没有检查年度报告的权限。',
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
} as const satisfies Readonly<Record<string, Reason>>

export type AuditRefusal = keyof typeof auditRefusals
