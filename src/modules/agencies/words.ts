import type { BuiltInRole } from '../../platform/roles.ts'
import type { AgencyKind, Duty, ProfileField } from './model.ts'

/** Chinese for every code of this room. */
export const agencyKindWords: Readonly<Record<AgencyKind, string>> = {
  government: '人民政府',
  department: '工作部门',
  district: '县（市、区）人民政府',
  zone: '开发区管理机构',
  town: '乡镇人民政府、街道办事处',
  institution: '事业单位',
}

export const roleWords: Readonly<Record<BuiltInRole, string>> = {
  officer: '经办人',
  liaison: '科室联络员',
  firstReviewer: '初审人',
  secondReviewer: '复审人',
  finalReviewer: '终审人',
  secrecyReviewer: '保密审查员',
  legalReviewer: '法制审核员',
  disclosureOfficeHead: '公开工作机构负责人',
  head: '机关负责人',
  supervisor: '主管部门监督员',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
}

/** What each role is for, in one line on the page of roles. */
export const roleNotes: Readonly<Record<BuiltInRole, string>> = {
  officer: '登记、办理、拟稿、发布',
  liaison: '按期提供科室掌握的材料和意见',
  firstReviewer: '发布和答复的第一次审核',
  secondReviewer: '发布和答复的第二次审核',
  finalReviewer: '发布和答复的最后审核',
  secrecyReviewer: '公开前的保密审查，单独签字',
  legalReviewer: '不予公开、收费等决定的合法性审核',
  disclosureOfficeHead: '批准延长答复期限（条例第三十三条）',
  head: '签发答复和年度报告',
  supervisor: '看本级和下级机关的进度、逾期和报告，不替它们办事',
  systemAdministrator: '设机关、建账号、发邀请；不授权，不办业务',
  securityAdministrator: '授予和收回角色、解锁；不建账号，不办业务',
  auditAdministrator: '查日志、验日志；不能改任何东西',
}

export const dutyWords: Readonly<Record<Duty, string>> = {
  business: '业务',
  system: '系统管理',
  security: '安全管理',
  audit: '审计管理',
}

export const profileWords: Readonly<Record<ProfileField, string>> = {
  functions: '机关职能',
  address: '办公地址',
  postcode: '邮政编码',
  officeHours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  website: '网站',
  disclosureOffice: '公开工作机构名称',
  disclosureAddress: '公开工作机构办公地址',
  disclosureHours: '公开工作机构办公时间',
  disclosurePhone: '公开工作机构联系电话',
  disclosureFax: '公开工作机构传真号码',
  disclosureEmail: '公开工作机构互联网联系方式',
  classification: '信息的分类和编排体系',
  waysToObtain: '信息的获取方式',
  siteCode: '网站标识码',
  icpNumber: 'ICP备案号',
  policeNumber: '公安备案号',
}

export const permissionWords: Readonly<Record<string, string>> = {
  'agencies.editTree': '设置机关和上下级',
  'agencies.editProfile': '维护机构信息和公开指南',
  'agencies.editCalendar': '录入放假安排',
  'agencies.seePeople': '查看人员和角色',
  'agencies.registerPeople': '建账号、发邀请、办离岗',
  'agencies.grantRoles': '授予和收回角色、解锁账号',
  'agencies.readJournal': '查阅和验证日志',
}

/** What a missing part of the institution page or the guide is called. */
export function missingWords(field: ProfileField | 'leaders' | 'sections'): string {
  if (field === 'leaders') return '负责人'
  return field === 'sections' ? '内设机构' : profileWords[field]
}

/** Chinese for the journal verbs of this room. */
export const verbWords: Readonly<Record<string, string>> = {
  'create-agency': '加机关',
  'correct-agency': '更正机关登记',
  'rename-agency': '机关改名',
  'move-agency': '机关换上级',
  'close-agency': '机关撤并',
  'edit-profile': '修改机构信息',
  'enter-calendar-year': '录入放假通知',
  'add-calendar-layer': '加上地方假日',
  'remove-calendar-layer': '撤销地方假日',
  'register-person': '登记人员',
  'add-membership': '加入机关',
  'invite-person': '发一次性链接',
  'accept-invitation': '启用账号或重设密码',
  'grant-role': '授予角色',
  'revoke-role': '收回角色',
  'create-role': '加自定义角色',
  'end-employment': '办离岗',
  'unlock-account': '解锁账号',
  'reset-second-factor': '解除动态验证码',
  'switch-agency': '换机关',
  'install-administrators': '建立管理员',
}
