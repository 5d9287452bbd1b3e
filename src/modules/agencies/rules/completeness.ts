import type { Profile, ProfileField } from '../model.ts'

/** Something that the law wants on the institution page or in the guide and that is not there. */
export interface Missing {
  readonly field: ProfileField | 'leaders' | 'sections'
  readonly basis: string
}

/** 条例第十二条: what the guide names. 条例第二十条（二）: what the institution page names. */
const wanted: readonly (readonly [Missing['field'], string])[] = [
  ['functions', '条例第二十条（二）'],
  ['sections', '条例第二十条（二）'],
  ['address', '条例第二十条（二）'],
  ['officeHours', '条例第二十条（二）'],
  ['phone', '条例第二十条（二）'],
  ['leaders', '条例第二十条（二）'],
  ['classification', '条例第十二条'],
  ['waysToObtain', '条例第十二条'],
  ['disclosureOffice', '条例第十二条'],
  ['disclosureAddress', '条例第十二条'],
  ['disclosureHours', '条例第十二条'],
  ['disclosurePhone', '条例第十二条'],
  ['disclosureFax', '条例第十二条'],
  ['disclosureEmail', '条例第十二条'],
]

/** What is missing, in the order of the form; empty when the page and the guide are complete. */
export function missingFrom(profile: Profile): readonly Missing[] {
  return wanted
    .filter(([field]) => {
      const value = profile[field]
      return typeof value === 'string' ? value.trim() === '' : value.length === 0
    })
    .map(([field, basis]) => ({ field, basis }))
}

/** The share that is there, 0 to 100, for the list of agencies. */
export function completeness(profile: Profile): number {
  return Math.round(((wanted.length - missingFrom(profile).length) / wanted.length) * 100)
}
