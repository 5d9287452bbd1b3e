import type { ColumnType, Generated } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { AgencyKind, Duty } from '../model.ts'

/** One agency. Its names over time stand in `agency_names`; the current one has no end. */
export interface AgenciesTable {
  agency_id: string
  kind: AgencyKind
  parent_id: string | null
  /** The part of its public address, e.g. yunting-emergency. Corrected seldom; former ones stand in `agency_former_slugs`. */
  slug: string
  /** Six-digit code of the administrative division (GB/T 2260). */
  region_code: string | null
  /** 统一社会信用代码, 18 signs. */
  credit_code: string | null
  sort_order: Generated<number>
  opened_on: PlainDay
  closed_on: PlainDay | null
}

export interface AgencyNamesTable {
  agency_id: string
  from_on: PlainDay
  until_on: PlainDay | null
  name: string
  short_name: string
  /** The paper that named it, e.g. 云办发〔2024〕3号. */
  basis: string | null
}

/** An address that an agency had once: it goes on leading there. */
export interface AgencyFormerSlugsTable {
  agency_id: string
  slug: string
  until_on: PlainDay
}

/** Which agency carries on the work of a closed one. */
export interface AgencySuccessorsTable {
  agency_id: string
  successor_id: string
  on_day: PlainDay
  basis: string | null
}

/** The institution page and the agency's part of the guide (Art 12, Art 20(2)). */
export interface AgencyProfilesTable {
  agency_id: string
  functions: string
  address: string
  postcode: string
  office_hours: string
  phone: string
  fax: string
  email: string
  website: string
  disclosure_office: string
  disclosure_address: string
  disclosure_hours: string
  disclosure_phone: string
  disclosure_fax: string
  disclosure_email: string
  classification: string
  ways_to_obtain: string
  /** 网站标识码, ICP 备案号, 公安备案号 for the foot of the portal. */
  site_code: string
  icp_number: string
  police_number: string
  version: Generated<number>
  reviewed_on: PlainDay | null
}

export interface AgencyLeadersTable {
  agency_id: string
  position: number
  name: string
  post: string
  duties: string
}

export interface AgencySectionsTable {
  agency_id: string
  position: number
  name: string
  functions: string
  phone: string
}

/**
 * A person who works with the system. One person may work for several agencies, so people are installation-wide
 * and carry no agency key; what ties them to an agency are memberships.
 */
export interface AgencyPeopleTable {
  person_id: string
  name: string
  /** Business, or one of the three administrations: a person has one duty, and every role must fit it. */
  duty: Duty
  email_sealed: string | null
  email_fingerprint: string | null
  left_on: PlainDay | null
  created_at: ColumnType<Date, Date, never>
}

export interface AgencyMembershipsTable {
  agency_id: string
  person_id: string
  post: string
  from_on: PlainDay
  until_on: PlainDay | null
}

export interface AgencyMembershipRolesTable {
  agency_id: string
  person_id: string
  role_code: string
  duty: Duty
  granted_by: string | null
  granted_at: Date
}

/** Roles of an agency's own making, beside the built-in ones. Business only. */
export interface AgencyRolesTable {
  agency_id: string
  role_code: string
  name: string
}

export interface AgencyRolePermissionsTable {
  agency_id: string
  role_code: string
  permission: string
}

/** One-time links: to take up an account, or to set a new password. Only the digest of the link's token is kept. */
export interface AgencyInvitationsTable {
  agency_id: string
  invitation_id: string
  person_id: string
  token_digest: string
  invited_by: string | null
  invited_at: Date
  ends_at: Date
  used_at: Date | null
}

/** A holiday notice entered by the agency at the top of a tree; it serves every agency below. */
export interface AgencyCalendarYearsTable {
  agency_id: string
  year: number
  notices: string[]
  off: string[]
  work: string[]
  entered_by: string | null
  entered_at: Date
}

/** A regional holiday (全国年节及纪念日放假办法 Art 4) or an emergency closure, for an agency and all below it. */
export interface AgencyCalendarLayersTable {
  agency_id: string
  layer_id: string
  name: string
  basis: string
  off: string[]
  work: string[]
  entered_by: string | null
  entered_at: Date
}

declare module '../../../platform/context.ts' {
  interface Tables {
    agency_calendar_years: AgencyCalendarYearsTable
    agency_calendar_layers: AgencyCalendarLayersTable
    agencies: AgenciesTable
    agency_names: AgencyNamesTable
    agency_former_slugs: AgencyFormerSlugsTable
    agency_successors: AgencySuccessorsTable
    agency_profiles: AgencyProfilesTable
    agency_leaders: AgencyLeadersTable
    agency_sections: AgencySectionsTable
    agency_people: AgencyPeopleTable
    agency_memberships: AgencyMembershipsTable
    agency_membership_roles: AgencyMembershipRolesTable
    agency_roles: AgencyRolesTable
    agency_role_permissions: AgencyRolePermissionsTable
    agency_invitations: AgencyInvitationsTable
  }
}
