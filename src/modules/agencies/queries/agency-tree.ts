import type { Db } from '../../../platform/context.ts'
import type { Agency } from '../model.ts'
import { allAgencies, findAgency, findAgencyBySlug } from '../store/agencies.ts'

/** An agency with those below it. */
export interface AgencyBranch extends Agency {
  readonly below: readonly AgencyBranch[]
}

/** An agency by id; undefined when there is none. */
export const agencyById: (db: Db, agencyId: string) => Promise<Agency | undefined> = findAgency

/** An agency by the name in its address. */
export const agencyBySlug: (db: Db, slug: string) => Promise<Agency | undefined> = findAgencyBySlug

/** Every agency, siblings in their order. */
export const everyAgency: (db: Db) => Promise<readonly Agency[]> = allAgencies

/**
 * The tree of agencies.
 * @param root only this agency and below; null for the whole
 */
export async function agencyTree(db: Db, root: string | null = null): Promise<readonly AgencyBranch[]> {
  return branchesOf(await allAgencies(db), root)
}

/** Orders a list of agencies into branches; one whose parent is not in the list stands at the top. */
export function branchesOf(agencies: readonly Agency[], root: string | null): readonly AgencyBranch[] {
  const known = new Set(agencies.map((agency) => agency.agencyId))
  const below = new Map<string | null, Agency[]>()
  for (const agency of agencies) {
    const parent = agency.parentId !== null && known.has(agency.parentId) ? agency.parentId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(agency)
    else below.set(parent, [agency])
  }
  const grow = (agency: Agency): AgencyBranch => ({
    ...agency,
    below: (below.get(agency.agencyId) ?? []).map(grow),
  })
  const tops = root === null ? below.get(null) : agencies.filter((agency) => agency.agencyId === root)
  return (tops ?? []).map(grow)
}
