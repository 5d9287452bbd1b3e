import type { Option } from '../../../../platform/html/index.ts'
import {
  identityKinds,
  type ApplicantKind,
  type RequestKind,
  type WantedForm,
  type WantedWay,
} from '../../model.ts'
import type { ApplyStep } from '../../rules/application.ts'
import { applicantKindWords, identityKindWords, wantedFormWords, wantedWayWords } from '../../words.ts'

/** What the guided application says, in the applicant's words. */

export const stepTitles: Readonly<Record<ApplyStep, string>> = {
  who: '您是谁',
  what: '要什么信息',
  how: '怎样给您',
  review: '核对并提交',
}

/** The steps of what is no request for information are called otherwise. */
export function stepTitle(step: ApplyStep, kind: RequestKind): string {
  if (step === 'what' && kind === 'recordCorrection') return '更正什么'
  if (step === 'what' && kind === 'publicationProposal') return '建议公开什么'
  if (step === 'what' && kind === 'complaint') return '反映什么'
  if (step === 'how' && kind !== 'information') return '怎样答复您'
  return stepTitles[step]
}

export const kindTitles: Readonly<Record<RequestKind, string>> = {
  information: '申请公开政府信息',
  recordCorrection: '申请更正政府信息记录',
  publicationProposal: '建议主动公开',
  complaint: '投诉、举报公开工作',
}

export const kindOptions: readonly Option[] = [
  {
    value: 'information',
    label: '要一份政府信息',
    hint: '已经制作或者保存的文件、数据、记录。不用说明用途。',
  },
  {
    value: 'recordCorrection',
    label: '更正关于我的记录',
    hint: '行政机关提供的与您自身有关的信息记录不准确，有证据证明（条例第四十一条）。',
  },
  {
    value: 'publicationProposal',
    label: '建议把一类信息主动公开',
    hint: '不是给您一个人，而是建议向所有人公开（条例第四十四条）。',
  },
  {
    value: 'complaint',
    label: '投诉、举报公开工作',
    hint: '该主动公开的没有公开，或者没有依法办理申请（条例第四十七条、第五十一条）。',
  },
]

/** The six statutory groups of table three (国办公开办函〔2021〕30号) in plain words. A sole trader goes where the agency counts it. */
export function applicantOptions(soleTrader: 'natural' | 'business'): readonly Option[] {
  const trader = (kind: ApplicantKind) => (kind === soleTrader ? '；个体工商户也选这一项' : '')
  const says: Readonly<Record<ApplicantKind, string>> = {
    natural: `以您个人的名义申请${trader('natural')}`,
    business: `公司、合伙企业、个人独资企业等营利的单位${trader('business')}`,
    research: '以科学研究为主业的院、所',
    welfare: '慈善组织、基金会、社会团体、社会服务机构',
    legalService: '律师事务所、公证机构、基层法律服务所，以自己的名义申请。代理别人申请的，选当事人的类别',
    otherOrg: '不属于上面各类的单位：机关、事业单位、村（居）民委员会、新闻媒体等',
  }
  return (Object.keys(says) as ApplicantKind[]).map((value) => ({
    value,
    label: applicantKindWords[value],
    hint: `${says[value]}。`,
  }))
}

export function identityOptions(kind: ApplicantKind): readonly Option[] {
  const personal = ['identityCard', 'passport', 'otherPersonal']
  return identityKinds
    .filter((value) => personal.includes(value) === (kind === 'natural'))
    .map((value) => ({ value, label: identityKindWords[value] }))
}

const formHints: Readonly<Record<WantedForm, string>> = {
  electronic: 'PDF、图片或者原来的电子格式。',
  paper: '复印件。',
  disc: '适合很大的数据。',
}
export const formOptions: readonly Option[] = (['electronic', 'paper', 'disc'] as const).map((value) => ({
  value,
  label: wantedFormWords[value],
  hint: formHints[value],
}))

const wayHints: Readonly<Record<WantedWay, string>> = {
  online: '凭申请编号和查询码，在本站下载。最快。',
  email: '发到您的邮箱。',
  post: '寄到您的通信地址。',
  pickUp: '办好以后通知您来取。',
  fax: '传到您写的电话。',
  onSite: '到机关阅览、抄录原件。',
}

export function wayOptions(kind: RequestKind): readonly Option[] {
  const ways: readonly WantedWay[] =
    kind === 'information'
      ? ['online', 'email', 'post', 'pickUp', 'onSite', 'fax']
      : ['online', 'email', 'post', 'pickUp']
  return ways.map((value) => ({
    value,
    label: value === 'online' ? '在本站查看和下载' : wantedWayWords[value],
    hint: wayHints[value],
  }))
}

const ordinals = '一二三四五六七八九十'
/** 第一位, 第十二位, up to 第二十位 */
export function ordinal(position: number): string {
  if (position === 19) return '第二十位'
  return `第${position < 10 ? '' : '十'}${ordinals[position % 10]}位`
}
