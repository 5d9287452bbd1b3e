import type { PlainDay } from '../../law/calendar/plain-day.ts'
import type { IslandName } from './assets.ts'
import type { Look } from './look.ts'

/** A word that leads somewhere. */
export interface LinkTo {
  readonly title: string
  readonly href: string
}

/** Who runs the site and what the law wants at its foot. Comes from the installation's settings; what is null is not printed. */
export interface SiteFacts {
  /** 云汀市人民政府 */
  readonly name: string
  /** www.example.gov.cn, for the page's metadata. */
  readonly domain: string | null
  /** 主办单位 */
  readonly sponsor: string | null
  /** 承办单位 */
  readonly organiser: string | null
  /** 政府信息公开工作机构: where one may go, write and ring. */
  readonly office: {
    readonly name: string
    readonly address: string | null
    readonly postcode: string | null
    readonly hours: string | null
    readonly phone: string | null
    readonly mail: string | null
  } | null
  /** 政务服务热线, 12345 as a rule. */
  readonly hotline: string | null
  /** 网站标识码 */
  readonly siteCode: string | null
  /** ICP备案号 */
  readonly icp: string | null
  /** 公安备案号 */
  readonly policeRecord: string | null
  /** 党政机关网站标识 and 我为政府网站找错: addresses given by the registering bodies. */
  readonly siteSignHref: string | null
  readonly reportErrorHref: string | null
  /** Shows that agencies and people are invented. */
  readonly demo: boolean
}

/** What every portal page is drawn in. The door builds it once per request; `site` should be the same object while nothing changed. */
export interface PortalFrame {
  readonly site: SiteFacts
  readonly today: PlainDay
  readonly look: Look
  /** Path and query of this page, to come back to. */
  readonly path: string
  readonly nav: readonly LinkTo[]
}

export interface ConsoleNavItem extends LinkTo {
  /** Things waiting there. */
  readonly count?: number
}

export interface ConsoleNavGroup {
  readonly title: string
  readonly items: readonly ConsoleNavItem[]
}

/** What every console page is drawn in. */
export interface ConsoleFrame {
  /** The agency worked for; null before sign-in and on pages of the installation itself. */
  readonly agencyName: string | null
  readonly siteName: string
  readonly today: PlainDay
  /** 工作日, 休息日, or null when this year's calendar is not known. */
  readonly dayKind: '工作日' | '休息日' | null
  readonly person: { readonly name: string; readonly role: string | null } | null
  readonly nav: readonly ConsoleNavGroup[]
  /** Shows 换机关. */
  readonly mayAgencySwitch: boolean
  readonly look: Look
  readonly path: string
  readonly demo: boolean
}

/** Kinds of column of the national site rules (ColumnType). */
export type ColumnType =
  | '首页'
  | '概况信息'
  | '机构职能'
  | '负责人信息'
  | '工作动态'
  | '政策文件'
  | '信息公开指南'
  | '信息公开目录'
  | '信息公开年报'
  | '依申请公开'
  | '数据发布'
  | '政策解读'
  | '回应关切'
  | '办事服务'
  | '咨询投诉'
  | '征集调查'
  | '在线访谈'

/** Metadata that inspections look for in public pages (政府网站发展指引 annex: SiteName, ColumnName, ArticleTitle …). */
export interface PageMeta {
  readonly column?: {
    readonly name: string
    readonly type?: ColumnType
    readonly description?: string
    readonly keywords?: string
  }
  readonly article?: {
    readonly title: string
    /** YYYY-MM-DD HH:MM, Beijing. */
    readonly publishedAt: string
    readonly source: string
    readonly keywords?: string
    readonly author?: string
    readonly description?: string
    readonly image?: string
    readonly url?: string
  }
}

/** What portal and console pages have in common. */
export interface PageProps {
  /** Without the site's name; that is added. */
  readonly title: string
  /** Address of the navigation entry one stands in. */
  readonly current?: string
  /** The way here; the last one is this page and needs no address. */
  readonly crumbs?: readonly { readonly title: string; readonly href?: string }[]
  /** Scripts of the parts this page uses; the page works without them. */
  readonly islands?: readonly IslandName[]
  /** Number of things to mend in a form that came back; said first in the title. */
  readonly problems?: number
}
