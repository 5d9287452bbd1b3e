import type { AgencyKind } from '../model.ts'
import { kindOfName } from './kind-of-name.ts'

/** What a body does, by a word of its Chinese name, and how that is called in an address. The first that fits is taken. */
const words: readonly (readonly [RegExp, string])[] = [
  [/应急管理|安全监管|安全生产/, 'emergency'],
  [/生态环境|环境保护/, 'environment'],
  [/自然资源|国土资源|规划/, 'natural-resources'],
  [/市场监督|工商/, 'market'],
  [/卫生健康|卫生计生|疾病/, 'health'],
  [/医疗保障/, 'medical-insurance'],
  [/人力资源|社会保障/, 'human-resources'],
  [/住房|城乡建设/, 'housing'],
  [/城市管理|综合执法|行政执法/, 'city-management'],
  [/农业|农村|畜牧|粮食/, 'agriculture'],
  [/林业|园林/, 'forestry'],
  [/水利|水务/, 'water'],
  [/交通/, 'transport'],
  [/发展和?改革/, 'development'],
  [/工业|信息化|经济贸易/, 'industry'],
  [/科学技术|科技/, 'science'],
  [/教育|教体/, 'education'],
  [/文化|旅游|广播|体育/, 'culture'],
  [/公安/, 'police'],
  [/司法/, 'justice'],
  [/民政/, 'civil-affairs'],
  [/民族|宗教/, 'ethnic-affairs'],
  [/退役军人/, 'veterans'],
  [/财政/, 'finance'],
  [/审计/, 'audit'],
  [/统计/, 'statistics'],
  [/税务/, 'tax'],
  [/商务|招商/, 'commerce'],
  [/信访/, 'petitions'],
  [/行政审批|政务服务|数据/, 'services'],
  [/消防/, 'fire'],
  [/气象/, 'weather'],
  [/档案|史志/, 'archives'],
  [/大学|学院|学校|中学|小学/, 'school'],
  [/医院/, 'hospital'],
]

const byKind: Readonly<Record<AgencyKind, string>> = {
  government: 'government',
  department: 'bureau',
  district: 'county',
  zone: 'zone',
  town: 'town',
  institution: 'institution',
}

/**
 * The part of a new agency's public address, for agencies that come in by themselves: whose it is below, what it does, and a number
 * when that is taken. Readable, stable, and a person may correct it.
 * @param below address of the agency above; null at the top
 * @param isTaken whether an address belongs to an agency already
 */
export function addressFor(name: string, below: string | null, isTaken: (slug: string) => boolean): string {
  const kind = kindOfName(name)
  const isWhole = kind === 'government' || kind === 'district' || kind === 'zone' || kind === 'town'
  const word = (isWhole ? undefined : words.find(([sign]) => sign.test(name))?.[1]) ?? byKind[kind]
  const plain = (below === null ? word : `${below}-${word}`).slice(0, 54).replace(/-+$/, '')
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? plain : `${plain}-${number}`
    if (!isTaken(slug)) return slug
  }
}
