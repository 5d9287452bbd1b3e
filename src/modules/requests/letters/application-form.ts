import { z } from 'zod'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, text } from './blanks.ts'
import { box, formTable, recordForm, signHere, type FormLine } from './record-form.ts'
import { writtenDay } from '../../../documents/write/model.ts'
import { defineLetter } from './template.ts'

const kinds = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legalService: '法律服务机构',
  otherOrg: '其他',
} as const
const forms = { paper: '纸质', electronic: '电子文档', disc: '光盘' } as const
const ways = {
  post: '邮寄',
  email: '电子邮件',
  online: '网上下载',
  counter: '自行领取',
  fax: '传真',
  onSite: '当场查阅、抄录',
} as const

type Choice<Options> = keyof Options | null

function tick<Options extends Record<string, string>>(options: Options, chosen: Choice<Options>): string {
  return Object.entries(options)
    .map(([key, label]) => box(key === chosen, label))
    .join('　')
}

interface Filled {
  readonly kind: Choice<typeof kinds>
  readonly form: Choice<typeof forms>
  readonly way: Choice<typeof ways>
  readonly lines: Readonly<Record<'name' | 'identity' | 'agent' | 'contact' | 'wanted' | 'signed', string>>
}

function form(agency: string, { kind, form: wantedForm, way, lines }: Filled): OfficialDocument {
  const table: readonly FormLine[] = [
    ['申请人类别', tick(kinds, kind)],
    ['姓名或者名称', lines.name],
    ['身份证明', lines.identity],
    ['代理人（没有可不填）', lines.agent],
    ['联系方式', lines.contact],
    ['申请公开的政府信息的名称、文号或者便于查询的其他特征', lines.wanted],
    ['提供形式', tick(forms, wantedForm)],
    ['获取方式', tick(ways, way)],
    ['申请人签名或者盖章', lines.signed],
  ]
  return {
    ...recordForm(agency, '政府信息公开申请表', [formTable('政府信息公开申请表', table)]),
    note: '申请公开政府信息不需要说明用途；受理机关不收取检索、复制、邮寄费用',
  }
}

/** The form with nothing filled in, for the counter and for download. */
export function emptyApplicationForm(agency: string): OfficialDocument {
  const lines = { name: '', identity: '', agent: '', contact: '', wanted: '\n\n\n\n', signed: signHere }
  return form(agency, { kind: null, form: null, way: null, lines })
}

/** D01, 条例 Art 29: the three groups of required content and nothing more; no purpose is asked (the test of 2007 is gone). */
export const applicationForm = defineLetter({
  id: 'D01',
  name: 'application-form',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请表',
  reader: 'office',
  articles: ['条例第二十九条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    kind: z.enum(Object.keys(kinds) as [keyof typeof kinds]).meta({ title: '申请人类别' }),
    name: text('姓名或者名称'),
    identity: text('身份证明'),
    agent: text('代理人').optional(),
    contact: text('联系方式'),
    wanted: text('申请公开的政府信息的名称、文号或者其他特征'),
    form: z.enum(Object.keys(forms) as [keyof typeof forms]).meta({ title: '提供形式' }),
    way: z.enum(Object.keys(ways) as [keyof typeof ways]).meta({ title: '获取方式' }),
    submittedOn: day('提交日期'),
  }),
  example: {
    issuer: exampleCase.issuer,
    kind: 'natural',
    name: '沈青禾',
    identity: '居民身份证，复印件附后',
    contact: '云汀市城东区云栖路1号，邮政编码000000，电话0000-1112223',
    wanted: exampleCase.request.content,
    form: 'paper',
    way: 'post',
    submittedOn: '2026-03-02',
  },
  compose: (blanks) =>
    form(blanks.issuer.name, {
      kind: blanks.kind,
      form: blanks.form,
      way: blanks.way,
      lines: {
        name: blanks.name,
        identity: blanks.identity,
        agent: blanks.agent ?? '无',
        contact: blanks.contact,
        wanted: blanks.wanted,
        signed: `${blanks.name}　　${writtenDay(blanks.submittedOn)}`,
      },
    }),
})
