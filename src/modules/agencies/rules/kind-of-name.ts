import type { AgencyKind } from '../model.ts'

/** How names of each kind end, the surest first. */
const endings: readonly (readonly [RegExp, AgencyKind])[] = [
  [/(乡|镇|街道)(人民政府|办事处|便民服务中心)?$/, 'town'],
  [/(开发区|新区|园区|示范区|保税区|保税港区|产业区|高新区|度假区|景区)(管理委员会|管委会)?$/, 'zone'],
  [/管(理)?委(员)?会$/, 'zone'],
  [/(县|区|旗)(人民)?政府$/, 'district'],
  [/人民政府$/, 'government'],
  [/(中心|院|馆|站|所|学校|大学|医院|台)$/, 'institution'],
]

/** What kind of body a name speaks of; a department when the name does not say. A person may set it right. */
export function kindOfName(name: string): AgencyKind {
  const bare = name.replace(/\s+/g, '')
  return endings.find(([ending]) => ending.test(bare))?.[1] ?? 'department'
}
