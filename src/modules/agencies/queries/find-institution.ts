import type { Db } from '../../../platform/context.ts'
import type { PublicFind, PublicSought } from '../../../platform/room.ts'
import { agencyById } from './agency-tree.ts'
import { profileOf } from './institution.ts'

/** What the institution page answers (条例 Art 20(2)). */
const inInstitution = /^(?:职能|职责|机构|科室|内设|负责人|领导|局长|分工|分管|地址|电话|联系|办公|三定)/
const inGuide = /^(?:指南|依申请|怎样|如何|流程|目录)/

/** The institution page and the guide of an agency, where a description asks for what stands there. */
export async function findInstitution(
  db: Db,
  { words, agencyId }: PublicSought,
): Promise<readonly PublicFind[]> {
  const agency = await agencyById(db, agencyId)
  if (!agency) return []
  const profile = await profileOf(db, agencyId)
  const asked = words.filter((word) => inInstitution.test(word)).length
  const sections = profile.sections.filter(({ name, functions }) =>
    words.some((word) => word.length >= 3 && (name.includes(word) || functions.includes(word))),
  )
  const finds: PublicFind[] = []
  if (asked > 0 && profile.functions !== '')
    finds.push({
      title: `${agency.name}机构职能`,
      href: `/agency/${agency.slug}/institution`,
      kind: '机构职能',
      says: '职能、负责人和分工、内设机构、办公地址和电话',
      likeliness: asked + (sections.length > 0 ? 1 : 0),
    })
  if (words.some((word) => inGuide.test(word)))
    finds.push({
      title: `${agency.name}政府信息公开指南`,
      href: `/agency/${agency.slug}/guide`,
      kind: '公开指南',
      says: '信息怎样分类、怎样得到，申请怎样办',
      likeliness: 1,
    })
  return finds
}
