import type { Db } from '../../../platform/context.ts'
import type { PublicFind, PublicSought } from '../../../platform/room.ts'
import { agencyById } from '../../agencies/index.ts'
import { publishedReports } from './published-reports.ts'

/** What a published annual report answers: counts of requests, refusals, decisions, fees and remedies (条例 Art 50). */
const inReports = /^(?:年度|报告|年报|统计|数量|件数|收费|复议|诉讼|工作|许可|处罚|强制|规章|规范性)/

/** Annual reports of an agency that a description may be asking for, the likeliest first. */
export async function findReports(db: Db, { words, agencyId }: PublicSought): Promise<readonly PublicFind[]> {
  const topics = words.filter((word) => inReports.test(word)).length
  const years = new Set(words.filter((word) => /^(?:19|20)\d{2}$/.test(word)).map(Number))
  const isNamed = words.some((word) => /年报|年度|报告/.test(word))
  if (topics === 0) return []
  const [agency, reports] = await Promise.all([agencyById(db, agencyId), publishedReports(db, agencyId)])
  if (!agency) return []
  return reports
    .filter(({ year }) => years.size === 0 || years.has(year))
    .slice(0, 3)
    .map(({ year }) => ({
      title: `${agency.name}${year}年政府信息公开工作年度报告`,
      href: `/reports/${agency.slug}/${year}`,
      kind: '年度报告',
      says: '收到和答复多少件申请、不予公开的理由、收费、复议和诉讼，都在里面',
      likeliness: topics + (isNamed ? 2 : 0) + (years.has(year) ? 1 : 0),
    }))
}
