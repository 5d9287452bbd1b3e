import type { AgencyKind } from '../model.ts'
import type { BuiltInRole } from '../../../platform/roles.ts'

/** An invented agency of the demo city. Region codes begin with 99, which no real division has. */
export interface DemoAgency {
  readonly slug: string
  readonly parent: string | null
  readonly kind: AgencyKind
  readonly name: string
  readonly shortName: string
  readonly regionCode: string | null
  readonly openedOn: string
  readonly sortOrder: number
}

export const demoAgencies: readonly DemoAgency[] = [
  {
    slug: 'yunting',
    parent: null,
    kind: 'government',
    name: '云汀市人民政府',
    shortName: '云汀市政府',
    regionCode: '990100',
    openedOn: '1983-10-01',
    sortOrder: 1,
  },
  {
    slug: 'yunting-safety',
    parent: 'yunting',
    kind: 'department',
    name: '云汀市安全生产监督管理局',
    shortName: '市安监局',
    regionCode: '990100',
    openedOn: '2005-03-01',
    sortOrder: 19,
  },
  {
    slug: 'yunting-emergency',
    parent: 'yunting',
    kind: 'department',
    name: '云汀市应急管理局',
    shortName: '市应急局',
    regionCode: '990100',
    openedOn: '2019-01-10',
    sortOrder: 20,
  },
  {
    slug: 'linpu',
    parent: 'yunting',
    kind: 'district',
    name: '临浦区人民政府',
    shortName: '临浦区政府',
    regionCode: '990102',
    openedOn: '1983-10-01',
    sortOrder: 50,
  },
  {
    slug: 'linpu-emergency',
    parent: 'linpu',
    kind: 'department',
    name: '临浦区应急管理局',
    shortName: '临浦区应急局',
    regionCode: '990102',
    openedOn: '2019-02-20',
    sortOrder: 20,
  },
  {
    slug: 'wanghe',
    parent: 'yunting',
    kind: 'district',
    name: '望河区人民政府',
    shortName: '望河区政府',
    regionCode: '990103',
    openedOn: '1983-10-01',
    sortOrder: 51,
  },
  {
    slug: 'wanghe-emergency',
    parent: 'wanghe',
    kind: 'department',
    name: '望河区应急管理局',
    shortName: '望河区应急局',
    regionCode: '990103',
    openedOn: '2019-02-25',
    sortOrder: 20,
  },
  {
    slug: 'yunting-hitech',
    parent: 'yunting',
    kind: 'zone',
    name: '云汀高新技术产业开发区管理委员会',
    shortName: '云汀高新区管委会',
    regionCode: '990171',
    openedOn: '1992-05-18',
    sortOrder: 60,
  },
  {
    slug: 'hitech-emergency',
    parent: 'yunting-hitech',
    kind: 'institution',
    name: '云汀高新技术产业开发区安全环保中心',
    shortName: '高新区安环中心',
    regionCode: '990171',
    openedOn: '2016-07-01',
    sortOrder: 20,
  },
]

/** Later changes, so that the demo has history to show. */
export const demoRename = {
  slug: 'hitech-emergency',
  name: '云汀高新技术产业开发区应急管理中心',
  shortName: '高新区应急中心',
  fromOn: '2021-06-01',
  basis: '云高新管发〔2021〕示例3号',
} as const
export const demoClosing = {
  slug: 'yunting-safety',
  closedOn: '2019-01-10',
  successor: 'yunting-emergency',
  basis: '云汀市机构改革方案（示例）',
} as const

/** An invented person; the name says so wherever it is shown. */
export interface DemoPerson {
  readonly loginName: string
  readonly name: string
  readonly post: string
  /** Roles by agency; the first agency is where the person works first. */
  readonly roles: Readonly<Record<string, readonly BuiltInRole[]>>
}

export const demoPeople: readonly DemoPerson[] = [
  {
    loginName: 'system',
    name: '秦安之（示例）',
    post: '系统管理员',
    roles: { yunting: ['systemAdministrator'] },
  },
  {
    loginName: 'security',
    name: '白守一（示例）',
    post: '安全管理员',
    roles: { yunting: ['securityAdministrator'] },
  },
  {
    loginName: 'audit',
    name: '简明镜（示例）',
    post: '审计管理员',
    roles: { yunting: ['auditAdministrator'] },
  },
  {
    loginName: 'supervisor',
    name: '沈予安（示例）',
    post: '市政府办公室政务公开科科长',
    roles: { yunting: ['supervisor', 'officer', 'disclosureOfficeHead'] },
  },
  { loginName: 'mayor', name: '叶知秋（示例）', post: '秘书长', roles: { yunting: ['head'] } },
  {
    loginName: 'officer',
    name: '林若溪（示例）',
    post: '办公室政务公开岗',
    roles: { 'yunting-emergency': ['officer'] },
  },
  {
    loginName: 'officer2',
    name: '顾言（示例）',
    post: '办公室文秘岗',
    roles: { 'yunting-emergency': ['officer', 'firstReviewer'], 'hitech-emergency': ['liaison'] },
  },
  {
    loginName: 'liaison',
    name: '苏蕴（示例）',
    post: '危险化学品监管科联络员',
    roles: { 'yunting-emergency': ['liaison'] },
  },
  {
    loginName: 'review1',
    name: '江照（示例）',
    post: '办公室副主任',
    roles: { 'yunting-emergency': ['firstReviewer'] },
  },
  {
    loginName: 'review2',
    name: '陈知远（示例）',
    post: '办公室主任',
    roles: { 'yunting-emergency': ['secondReviewer', 'disclosureOfficeHead'] },
  },
  {
    loginName: 'review3',
    name: '温以宁（示例）',
    post: '分管副局长',
    roles: { 'yunting-emergency': ['finalReviewer'] },
  },
  {
    loginName: 'secrecy',
    name: '严默（示例）',
    post: '保密办专员',
    roles: { 'yunting-emergency': ['secrecyReviewer'] },
  },
  {
    loginName: 'legal',
    name: '方砚（示例）',
    post: '政策法规科科长',
    roles: { 'yunting-emergency': ['legalReviewer'] },
  },
  {
    loginName: 'head',
    name: '周怀瑾（示例）',
    post: '党委书记、局长',
    roles: { 'yunting-emergency': ['head'] },
  },
  {
    loginName: 'linpu',
    name: '贺新凉（示例）',
    post: '区政府办公室公开岗',
    roles: { linpu: ['officer', 'supervisor'] },
  },
  {
    loginName: 'linpu-officer',
    name: '许望舒（示例）',
    post: '办公室公开岗',
    roles: { 'linpu-emergency': ['officer'] },
  },
  { loginName: 'linpu-head', name: '孟昭（示例）', post: '局长', roles: { 'linpu-emergency': ['head'] } },
  {
    loginName: 'wanghe',
    name: '何素（示例）',
    post: '区政府办公室公开岗',
    roles: { wanghe: ['officer', 'supervisor'] },
  },
  {
    loginName: 'wanghe-officer',
    name: '唐小满（示例）',
    post: '办公室公开岗',
    roles: { 'wanghe-emergency': ['officer'] },
  },
  { loginName: 'wanghe-head', name: '赵一鸣（示例）', post: '局长', roles: { 'wanghe-emergency': ['head'] } },
  {
    loginName: 'hitech',
    name: '俞青（示例）',
    post: '管委会办公室公开岗',
    roles: { 'yunting-hitech': ['officer', 'supervisor'] },
  },
  {
    loginName: 'hitech-officer',
    name: '夏初（示例）',
    post: '综合科公开岗',
    roles: { 'hitech-emergency': ['officer'] },
  },
  { loginName: 'hitech-head', name: '罗承（示例）', post: '主任', roles: { 'hitech-emergency': ['head'] } },
]
