// The only file of this room that another room may import.
export { agencyKindWords, roleWords } from './words.ts'
export type { Agency, AgencyKind, Leader, Profile, Section } from './model.ts'
export {
  agencyById,
  agencyBySlug,
  agencyTree,
  everyAgency,
  type AgencyBranch,
} from './queries/agency-tree.ts'
export {
  agenciesFrom,
  agencyHistory,
  agencyNameOn,
  type AgencyHistory,
  type NamedPeriod,
} from './queries/agency-history.ts'
export { agenciesCalled, agenciesNearlyCalled, type CalledAgency } from './queries/agencies-called.ts'
export { calendarFor } from './queries/calendar-for.ts'
export { demandHere, demandBelow, actingPerson } from './store/reach.ts'
export { agenciesOpenTo, directoryOf, rolesIn } from './queries/acting-person.ts'
export {
  presentInstitutionForPublic,
  profileOf,
  type PublicInstitution,
} from './queries/institution.ts'
export { emailOf, holdersOf, namesOfPeople, peopleCalled } from './queries/people-of.ts'
export { completeness, missingFrom } from './rules/completeness.ts'
export { kindOfName } from './rules/kind-of-name.ts'
export { permissionNames } from './rules/grants.ts'
export { switchAgency } from './commands/switch-agency.ts'
export { createAgency } from './commands/create-agency.ts'
export { editProfile } from './commands/edit-profile.ts'
export { installAdministrators, type FirstAccount } from './commands/install-administrators.ts'
export { demoAccounts, type DemoAccount } from './demo/seed-demo.ts'
export { freeAddress } from './queries/free-address.ts'
