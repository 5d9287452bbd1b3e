import type { JournalWords } from '../../platform/journal/in-words.ts'
import {
  agencyKindWords,
  dutyWords,
  missingWords,
  permissionWords,
  profileWords,
  roleWords,
} from './words.ts'

/** What the journal of this room says, in words. */
export const journalWords: JournalWords = {
  subjects: {
    agency: '机关',
    person: '人员',
    role: '角色',
    calendarLayer: '地方假日',
    calendarYear: '放假通知',
  },
  details: {
    name: '名称',
    from: '原来',
    to: '改为',
    fromOn: '起始日期',
    duty: '岗位',
    invitationId: '链接编号',
    byMail: '用邮件发出',
    closedOn: '撤并日期',
    successors: '承接机关',
    changed: '改动的栏目',
    off: '放假',
    work: '上班',
    role: '角色',
    notices: '通知',
    year: '年份',
    number: '文号',
    permissions: '权限',
    accountClosed: '账号停用',
    kind: '类别',
    parentId: '上级机关',
    slug: '网址名',
    openedOn: '成立日期',
  },
  codes: {
    duty: dutyWords,
    role: roleWords,
    kind: agencyKindWords,
    permissions: permissionWords,
    changed: { ...profileWords, leaders: missingWords('leaders'), sections: missingWords('sections') },
  },
}
