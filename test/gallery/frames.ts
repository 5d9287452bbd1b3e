import { plainDay } from '../../src/law/calendar/plain-day.ts'
import {
  plainLook,
  type ConsoleFrame,
  type Look,
  type PortalFrame,
  type SiteFacts,
} from '../../src/platform/html/index.ts'

export const today = plainDay('2026-05-12')

/** An invented city; no such place, number or person exists. */
export const site: SiteFacts = {
  name: '云汀市人民政府',
  domain: 'www.yunting.example',
  sponsor: '云汀市人民政府',
  organiser: '云汀市人民政府办公室',
  office: {
    name: '云汀市人民政府办公室政务公开科',
    address: '云汀市镜湖路1号2号楼316室',
    postcode: '000100',
    hours: '周一至周五 8:30—12:00，14:00—17:30',
    phone: '0000-8800 1016',
    mail: 'gongkai@yunting.example',
  },
  hotline: '12345',
  siteCode: '0000000001',
  icp: '云ICP备00000000号',
  policeRecord: '云公网安备 00000000000000号',
  siteSignHref: 'https://sign.example/',
  reportErrorHref: 'https://zhaocuo.example/',
  demo: true,
}

export function portalFrame(path: string, look: Look = plainLook): PortalFrame {
  return {
    site,
    today,
    look,
    path,
    nav: [
      { title: '首页', href: '/' },
      { title: '政策文件', href: '/policies' },
      { title: '机关目录', href: '/agencies' },
      { title: '依申请公开', href: '/requests' },
      { title: '年度报告', href: '/annual-reports' },
      { title: '报告检查', href: '/audit' },
    ],
  }
}

export function consoleFrame(path: string, look: Look = plainLook): ConsoleFrame {
  return {
    agencyName: '云汀市住房和城乡建设局',
    siteName: site.name,
    today,
    dayKind: '工作日',
    person: { name: '林若溪', role: '经办人' },
    nav: [
      {
        title: '我的',
        items: [
          { title: '待办', href: '/console', count: 7 },
          { title: '申请', href: '/console/requests', count: 23 },
          { title: '待审', href: '/console/reviews', count: 4 },
        ],
      },
      {
        title: '业务',
        items: [
          { title: '主动公开', href: '/console/publications' },
          { title: '建议提案', href: '/console/proposals', count: 2 },
          { title: '年度报告', href: '/console/annual-reports' },
        ],
      },
      {
        title: '监督',
        items: [
          { title: '报告检查', href: '/console/audit' },
          { title: '日志', href: '/console/journal' },
        ],
      },
    ],
    mayAgencySwitch: true,
    look,
    path,
    demo: true,
  }
}

/** The way to a page: the home, the pages between, the page itself. */
export const crumbs = (...titles: string[]) => [
  { title: '首页', href: '/' },
  ...titles.slice(0, -1).map((title) => ({ title, href: '/x' })),
  { title: titles.at(-1) ?? '' },
]
