import { z } from 'zod'
import { parsePlainDay, type PlainDay } from '../../law/calendar/plain-day.ts'

/** What kind of body an agency is. `district` stands for the government of a county, city district or county-level city. */
export const agencyKinds = ['government', 'department', 'district', 'zone', 'town', 'institution'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** A person's one duty: business, or one of the three separated administrations. */
export const duties = ['business', 'system', 'security', 'audit'] as const
export type Duty = (typeof duties)[number]

export const profileFields = [
  'functions',
  'address',
  'postcode',
  'officeHours',
  'phone',
  'fax',
  'email',
  'website',
  'disclosureOffice',
  'disclosureAddress',
  'disclosureHours',
  'disclosurePhone',
  'disclosureFax',
  'disclosureEmail',
  'classification',
  'waysToObtain',
  'siteCode',
  'icpNumber',
  'policeNumber',
] as const
export type ProfileField = (typeof profileFields)[number]

/** A plain day from a form. */
const day = (sentence: string) =>
  z.string(sentence).transform((text, context): PlainDay => {
    const found = parsePlainDay(text.trim())
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })

const line = (sentence: string, longest = 100) =>
  z.string(sentence).trim().min(1, sentence).max(longest, `最多${longest}个字`)

const optionalLine = (longest = 200) => z.string().trim().max(longest, `最多${longest}个字`).default('')

/** An optional field of a form: left blank means none. */
const orNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

export const agencyInput = z.object({
  kind: z.enum(agencyKinds, '选一种机关类别'),
  parentId: orNone(z.uuid('选一个上级机关')),
  name: line('写机关全称'),
  shortName: line('写机关简称', 40),
  slug: z
    .string('写网址名')
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '网址名只用小写字母、数字和短横线')
    .max(60, '网址名最多60个字符'),
  regionCode: orNone(z.string().regex(/^\d{6}$/, '行政区划代码是6位数字')),
  creditCode: orNone(z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码是18位')),
  sortOrder: z.coerce
    .number('写一个整数')
    .int('写一个整数')
    .min(0, '写一个不小于0的数')
    .max(9999, '最大9999')
    .default(0),
  openedOn: day('写成立日期，例如 2019-01-01'),
})
export type AgencyInput = z.input<typeof agencyInput>

/** What may be set right about an agency that was registered wrongly. */
export const correctionInput = agencyInput
  .omit({ parentId: true, name: true, shortName: true })
  .extend({ agencyId: z.uuid() })

export const renameInput = z.object({
  agencyId: z.uuid(),
  name: line('写新的机关全称'),
  shortName: line('写新的机关简称', 40),
  fromOn: day('写更名生效的日期'),
  basis: optionalLine(),
})

export const moveInput = z.object({ agencyId: z.uuid(), parentId: orNone(z.uuid('选一个上级机关')) })

export const closeInput = z.object({
  agencyId: z.uuid(),
  closedOn: day('写撤销或者合并的日期'),
  /** Who carries the functions on, and answers for them (行政诉讼法第二十六条第六款). */
  successorIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid()).min(1, '选承接职能的机关'),
  ),
  basis: optionalLine(),
})

const phone = z
  .string()
  .trim()
  .max(60, '最多60个字符')
  .regex(/^[\d\s()（）\-—–转、，,/;；]*$/, '电话只写数字和短横线，例如 0000-88002016')
  .default('')

export const profileInput = z.object({
  agencyId: z.uuid(),
  version: z.coerce.number().int().min(0),
  functions: optionalLine(5000),
  address: optionalLine(),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/, '邮政编码是6位数字')
    .default(''),
  officeHours: optionalLine(),
  phone,
  fax: phone,
  email: z.union([z.literal(''), z.email('邮箱地址写得不完整')]).default(''),
  website: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: '网址要以 http:// 或者 https:// 开头' })])
    .default(''),
  disclosureOffice: optionalLine(),
  disclosureAddress: optionalLine(),
  disclosureHours: optionalLine(),
  disclosurePhone: phone,
  disclosureFax: phone,
  disclosureEmail: optionalLine(),
  classification: optionalLine(5000),
  waysToObtain: optionalLine(5000),
  siteCode: optionalLine(20),
  icpNumber: optionalLine(40),
  policeNumber: optionalLine(40),
  leaders: z
    .array(z.object({ name: line('写姓名', 40), post: line('写职务', 60), duties: optionalLine(1000) }))
    .max(60)
    .default([]),
  sections: z
    .array(z.object({ name: line('写科室名称', 60), functions: optionalLine(2000), phone }))
    .max(200)
    .default([]),
})
export type ProfileInput = z.input<typeof profileInput>

export const personInput = z.object({
  agencyId: z.uuid(),
  name: line('写姓名', 40),
  post: line('写职务或者岗位', 60),
  duty: z.enum(duties, '选工作性质'),
  email: orNone(z.email('邮箱地址写得不完整')),
})
export type PersonInput = z.input<typeof personInput>

export const membershipInput = z.object({
  agencyId: z.uuid(),
  personId: z.uuid(),
  post: line('写职务或者岗位', 60),
})

export const roleInput = z.object({ agencyId: z.uuid(), personId: z.uuid(), role: line('选一个角色', 60) })

export const ownRoleInput = z.object({
  agencyId: z.uuid(),
  name: line('写角色名称', 20),
  permissions: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string()).min(1, '至少选一项权限'),
  ),
})

export const acceptInput = z.object({
  token: z.string().min(20),
  loginName: z
    .string('写用户名')
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{2,31}$/, '用户名用3到32个小写字母、数字，以字母开头'),
  password: z.string('写密码'),
  again: z.string('再写一遍密码'),
})

/** An agency as other rooms and pages know it. */
export interface Agency {
  readonly agencyId: string
  readonly kind: AgencyKind
  readonly parentId: string | null
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly regionCode: string | null
  readonly creditCode: string | null
  readonly sortOrder: number
  readonly openedOn: PlainDay
  readonly closedOn: PlainDay | null
}

export interface Leader {
  readonly name: string
  readonly post: string
  readonly duties: string
}

export interface Section {
  readonly name: string
  readonly functions: string
  readonly phone: string
}

export type ProfileTexts = Readonly<Record<ProfileField, string>>

/** The institution page's matter. Version 0 means that nothing has been written yet. */
export interface Profile extends ProfileTexts {
  readonly agencyId: string
  readonly leaders: readonly Leader[]
  readonly sections: readonly Section[]
  readonly version: number
  readonly reviewedOn: PlainDay | null
}
