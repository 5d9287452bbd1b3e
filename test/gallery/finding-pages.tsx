import { addDays, plainDay } from '../../src/law/calendar/plain-day.ts'
import { NotFound, Refused } from '../../src/platform/refusals.ts'
import { AccessibilityPage } from '../../src/apps/portal/pages/accessibility-page.tsx'
import { AgencyHomePage } from '../../src/apps/portal/pages/agency-home-page.tsx'
import { SearchPage } from '../../src/apps/portal/pages/search-page.tsx'
import { SiteHomePage } from '../../src/apps/portal/pages/site-home-page.tsx'
import { RefusalPage } from '../../src/apps/refusal-page.tsx'
import { type DayCount, type Entry, type Look } from '../../src/platform/html/index.ts'
import { portalFrame, crumbs } from './frames.ts'

const day = plainDay

/** Pieces a day, invented by a fixed rule: many on working days, hardly any on rest days. */
const days: DayCount[] = Array.from({ length: 132 }, (_, at) => {
  const on = addDays(day('2026-01-01'), at)
  const rest = [4, 5].includes((at + 5) % 7) || at < 3 || (at > 46 && at < 54) || (at > 119 && at < 125)
  return { day: on, count: rest ? (at * 7) % 4 : 8 + ((at * 37) % 31) }
})

const latest: Entry[] = [
  {
    on: day('2026-05-11'),
    title: '云汀市人民政府办公室关于做好2026年城镇老旧小区燃气管道更新改造工作的通知',
    href: '/d/1',
    meta: ['云政办发〔2026〕14号', '市政府办公室'],
    status: { kind: 'good', says: '现行有效' },
  },
  {
    on: day('2026-05-09'),
    title: '关于公布2026年第一季度安全生产行政处罚结果的公告',
    href: '/d/2',
    meta: ['市应急管理局', '行政处罚'],
  },
  {
    on: day('2026-05-08'),
    title: '云汀市最低生活保障标准调整方案',
    href: '/d/3',
    meta: ['云民规〔2026〕2号', '市民政局'],
    status: { kind: 'good', says: '现行有效' },
  },
  {
    on: day('2026-04-30'),
    title: '云汀市城市照明管理办法',
    href: '/d/4',
    meta: ['云汀市人民政府令第31号', '市政府'],
    status: { kind: 'warn', says: '已修改' },
  },
]

const statutory = [
  '机构职能',
  '政府规章',
  '行政规范性文件',
  '规划和统计',
  '行政许可',
  '行政处罚和强制',
  '财政预决算',
  '行政事业性收费',
  '政府采购',
  '重大建设项目',
  '扶贫、教育、医疗、社保',
  '突发事件应急',
  '环境、卫生、安全监督',
  '公务员招录',
  '其他应当公开的信息',
].map((title, at) => ({ title, href: `/statutory/${at + 1}`, count: 31 + ((at * 1237) % 8412) }))

const agencies = [
  '市政府办公室',
  '发展和改革委员会',
  '教育局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '应急管理局',
  '市场监督管理局',
  '临浦区',
  '望河区',
  '高新技术产业开发区',
].map((title, at) => ({ title, href: `/agencies/${at}` }))

const doors = [
  { title: '申请公开', says: '写清要什么，20个工作日内答复', href: '/requests/new' },
  { title: '查申请进度', says: '凭编号和手机后四位', href: '/requests/track' },
  { title: '看年度报告', says: '2008年至2025年，全市62个机关', href: '/annual-reports' },
]

/** Pages that help to find: homes, search, and what is said when nothing is found. */
export function findingPages(look: Look) {
  const frame = (path: string) => portalFrame(path, look)
  return {
    'portal-home': (
      <SiteHomePage
        frame={frame('/')}
        doors={doors}
        sought={['燃气安全', '低保标准', '老旧小区改造', '云政办规〔2025〕3号'].map((title) => ({
          title,
          href: `/search?q=${encodeURIComponent(title)}`,
        }))}
        days={days}
        latest={latest}
        latestMore={{ title: '全部新公开的信息', href: '/search' }}
        takesRequests
        statutory={statutory}
        standing={[
          { title: '政府信息公开指南', href: '/guide' },
          { title: '政府信息公开制度', href: '/rules' },
          { title: '政府信息公开年报', href: '/annual-reports', count: 62 },
        ]}
        lastYear={{
          year: 2025,
          note: '市本级及62个机关合计',
          figures: [
            { name: '主动公开信息', value: 4812, unit: '件', href: '/a' },
            { name: '收到公开申请', value: 318, unit: '件', href: '/b' },
            { name: '答复平均用时', value: '11.6', unit: '个工作日' },
            { name: '逾期答复', value: 0, unit: '件' },
          ],
          reportTitle: '云汀市人民政府2025年度报告',
          reportHref: '/annual-reports/1',
        }}
        agencies={agencies}
        agenciesNote="13个部门，2个区，1个开发区"
      />
    ),
    'portal-home-empty': (
      <SiteHomePage
        frame={frame('/')}
        doors={doors}
        sought={[]}
        days={[]}
        latest={[]}
        latestMore={{ title: '全部新公开的信息', href: '/search' }}
        takesRequests
        statutory={[]}
        standing={[]}
        lastYear={null}
        agencies={[]}
        agenciesNote=""
      />
    ),
    'agency-home': (
      <AgencyHomePage
        frame={frame('/agencies/12')}
        crumbs={crumbs('机关目录', '云汀市应急管理局')}
        name="云汀市应急管理局"
        functions="负责全市安全生产、防灾减灾救灾和应急救援的综合监督管理。"
        kinds={[
          { title: '全部', href: '?', count: 638, chosen: true },
          { title: '政策文件', href: '?kind=1', count: 46 },
          { title: '预警提示', href: '?kind=2', count: 121 },
          { title: '行政处罚', href: '?kind=3', count: 203 },
        ]}
        latest={latest}
        latestMore={{ title: '本机关公开的全部信息', href: '/search?agency=12' }}
        institution={[
          { name: '主要负责人', value: '周怀瑾（示例），局长' },
          { name: '办公地址', value: '云汀市镜湖路88号，邮编 000100' },
          { name: '办公时间', value: '周一至周五 8:30—12:00，14:00—17:30（法定节假日除外）' },
          { name: '联系电话', value: '0000-8800 2088' },
          { name: '内设机构', value: <a href="/sections">办公室、应急指挥中心等11个科室</a> },
        ]}
        institutionHref="/agencies/12/institution"
        checkedOn={day('2026-04-08')}
        request={{
          href: '/requests/new?agency=12',
          facts: [
            { name: '受理机构', value: '办公室政务公开组，镜湖路88号1楼105室' },
            { name: '咨询电话', value: '0000-8800 2016' },
            { name: '答复期限', value: '收到之日起20个工作日；需要延长的，最多再延20个工作日' },
          ],
        }}
        guideHref="/agencies/12/guide"
        reports={[2025, 2024, 2023, 2022, 2021].map((year) => ({
          title: `${year}年度报告`,
          href: `/annual-reports/12/${year}`,
          on: day(`${year + 1}-01-23`),
        }))}
      />
    ),
    search: (
      <SearchPage
        frame={frame('/search?q=1')}
        sought="燃气安全"
        facets={[
          {
            title: '种类',
            items: [
              { title: '全部', href: '?', count: 46, chosen: true },
              { title: '行政规范性文件', href: '?k=1', count: 8 },
              { title: '政策解读', href: '?k=2', count: 11 },
            ],
          },
          {
            title: '效力',
            items: [
              { title: '全部', href: '?v=', count: 46, chosen: true },
              { title: '现行有效', href: '?v=1', count: 12 },
              { title: '已废止或失效', href: '?v=3', count: 4 },
            ],
          },
        ]}
        results={[
          {
            on: day('2026-03-12'),
            href: '/d/11',
            title: (
              <>
                云汀市人民政府办公室关于修改《云汀市城镇<mark>燃气安全</mark>管理办法》的通知
              </>
            ),
            text: (
              <>
                ……将第十二条修改为：“使用年限达到二十年或者经评估存在安全隐患的老旧<mark>燃气</mark>
                管道，由市住房和城乡建设主管部门……”
              </>
            ),
            meta: ['云政办规〔2026〕1号', '市政府办公室'],
            status: { kind: 'good', says: '现行有效' },
          },
          {
            on: day('2019-12-03'),
            href: '/d/12',
            title: (
              <>
                云汀市管道<mark>燃气安全</mark>管理暂行规定
              </>
            ),
            text: '已被《云汀市城镇燃气安全管理办法》取代，2025年7月1日起不再作为依据。',
            meta: ['云政办发〔2019〕77号', '市政府办公室'],
            status: { kind: 'void', says: '已废止' },
          },
        ]}
        page={2}
        perPage={5}
        total={46}
        pageHref={(page) => `?q=1&page=${page}`}
        order={{ says: '按发布日期从新到旧', other: { title: '改按相关程度', href: '?order=rank' } }}
        applyHref="/requests/new"
      />
    ),
    'search-none': (
      <SearchPage
        frame={frame('/search?q=2')}
        sought="镜湖路人行道招标"
        facets={[]}
        results={[]}
        page={1}
        perPage={20}
        total={0}
        pageHref={(page) => `?page=${page}`}
        order={{ says: '', other: { title: '', href: '' } }}
        instead={[{ title: '镜湖路', href: '/search?q=3' }]}
        applyHref="/requests/new"
      />
    ),
    accessibility: <AccessibilityPage frame={frame('/accessibility')} />,
    'not-found': (
      <RefusalPage
        frame={frame('/nowhere')}
        view={{ kind: 'notFound', title: '没有找到', reasons: new NotFound().reasons }}
      />
    ),
    refused: (
      <RefusalPage
        frame={frame('/requests/1/extend')}
        view={{
          kind: 'refused',
          title: '现在不能这样办',
          reasons: new Refused([
            {
              code: 'requests.extension.once',
              sentence: '这件已经延长过一次。',
              basis: '《条例》第三十三条',
              help: '请在6月2日前答复；确实办不完的，先和申请人说明情况。',
            },
          ]).reasons,
        }}
      />
    ),
    fault: (
      <RefusalPage
        frame={frame('/x')}
        view={{
          kind: 'fault',
          title: '这一步没有做成',
          reasons: [
            {
              code: 'platform.fault',
              sentence: '是我们的问题，可以再试一次。还不行，把下面的编号告诉我们。',
            },
          ],
          reference: '7F3A',
        }}
      />
    ),
  }
}
