import { addDays, plainDay } from '../../src/law/calendar/plain-day.ts'
import { NotFound, Refused } from '../../src/platform/refusals.ts'
import { AccessibilityPage } from '../../src/apps/portal/pages/accessibility-page.tsx'
import { AgencyHomePage } from '../../src/apps/portal/pages/agency-home-page.tsx'
import { SearchPage } from '../../src/apps/portal/pages/search-page.tsx'
import { SiteHomePage } from '../../src/apps/portal/pages/site-home-page.tsx'
import { RefusalPage } from '../../src/apps/refusal-page.tsx'
import { JudgementView } from '../../src/modules/report-audit/pages/judgement-view.tsx'
import { ReportTable } from '../../src/modules/report-audit/pages/report-tables.tsx'
import {
  Acts,
  Button,
  ButtonLink,
  Buttons,
  Charts,
  Choice,
  Course,
  DayRuler,
  Due,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  FileDrop,
  Figures,
  Files,
  Notice,
  PageHead,
  PortalPage,
  problemOf,
  Progress,
  Prose,
  Section,
  Split,
  Stages,
  Tag,
  Tick,
  Validity,
  type DayCount,
  type Entry,
  type Look,
  type RulerDay,
} from '../../src/platform/html/index.ts'
import { portalFrame, today } from './frames.ts'
import { damagedReport, faultyReport, findings } from './report.ts'

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

const crumbs = (...titles: string[]) => [
  { title: '首页', href: '/' },
  ...titles.slice(0, -1).map((title) => ({ title, href: '/x' })),
  { title: titles.at(-1) ?? '' },
]

/** The working days of one invented case, with holidays, a pause and the make-up Saturday. */
function caseDays(): RulerDay[] {
  const rest = new Set([
    '05-01',
    '05-02',
    '05-03',
    '05-04',
    '05-05',
    '05-10',
    '05-16',
    '05-17',
    '05-23',
    '05-24',
    '05-30',
    '05-31',
  ])
  const paused = new Set(['05-07', '05-08', '05-09', '05-11'])
  return Array.from({ length: 37 }, (_, at): RulerDay => {
    const on = addDays(day('2026-04-27'), at)
    const short = on.slice(5)
    return { day: on, kind: rest.has(short) ? 'rest' : paused.has(short) ? 'paused' : 'working' }
  })
}

const years = ['2021', '2022', '2023', '2024', '2025']
const bars = (values: readonly (number | null)[]) =>
  years.map((label, at) => ({ label, value: values[at] ?? null, isNow: at === 4 }))

/** Every portal page and part with invented matter; name to drawing. */
export function portalPages(look: Look) {
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
        latestHref="/search?agency=12"
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
    document: (
      <PortalPage
        frame={frame('/d/1')}
        title="云汀市城镇燃气安全管理办法"
        current="/policies"
        crumbs={crumbs('政策文件', '云政办规〔2025〕3号')}
        meta={{
          column: { name: '政策文件', type: '政策文件' },
          article: {
            title: '云汀市城镇燃气安全管理办法',
            publishedAt: '2025-06-03 09:00',
            source: '云汀市人民政府办公室',
          },
        }}
      >
        <article class="doc">
          <PageHead
            kind="行政规范性文件"
            title="云汀市人民政府办公室关于印发《云汀市城镇燃气安全管理办法》的通知"
          />
          <Validity inForce says="现行有效">
            自2025年7月1日起施行，有效期至2030年6月30日。第十二条已于2026年3月12日修改，下面是修改后的文本。
          </Validity>
          <Split
            asideName="文件信息"
            aside={
              <>
                <FactsList
                  stacked
                  facts={[
                    { name: '文号', value: '云政办规〔2025〕3号' },
                    { name: '索引号', value: 'YT000-0201-2025-00037' },
                    { name: '发布机关', value: <a href="/agencies/1">云汀市人民政府办公室</a> },
                    { name: '成文日期', value: '2025年5月29日' },
                    { name: '发布日期', value: '2025年6月3日' },
                  ]}
                />
                <p class="doc-tools no-print">
                  <ButtonLink href="/d/1.pdf" look="line" small icon="download">
                    下载 PDF
                  </ButtonLink>
                </p>
              </>
            }
          >
            <Prose official>
              <p class="is-flush">各县、区人民政府，市政府各部门、各直属机构：</p>
              <p>
                《云汀市城镇燃气安全管理办法》已经2025年5月26日市政府第42次常务会议审议通过，现印发给你们，请认真贯彻执行。
              </p>
              <p class="is-sign">
                云汀市人民政府办公室
                <br />
                2025年5月29日
              </p>
              <h2 class="official-title">云汀市城镇燃气安全管理办法</h2>
              <h3>第一章　总则</h3>
              <p>
                <b>第一条</b>
                　为了加强城镇燃气安全管理，保障人民群众生命、财产安全和社会公共安全，根据《城镇燃气管理条例》等法律、法规，结合本市实际，制定本办法。
              </p>
              <p class="is-changed">
                <b>第十二条</b>
                　使用年限达到二十年或者经评估存在安全隐患的老旧燃气管道，由市住房和城乡建设主管部门会同县、区人民政府列入年度更新改造计划。
              </p>
            </Prose>
          </Split>
        </article>
        <Section title="沿革">
          <Course
            steps={[
              { on: day('2019-12-03'), title: '暂行规定印发', says: '云政办发〔2019〕77号' },
              { on: day('2025-05-29'), title: '本办法印发', says: '云政办规〔2025〕3号，取代暂行规定' },
              { on: day('2026-03-12'), title: '第十二条修改', says: '云政办规〔2026〕1号', state: 'now' },
              {
                on: day('2030-06-30'),
                title: '有效期届满',
                says: '届满前六个月评估是否继续执行',
                state: 'next',
              },
            ]}
          />
        </Section>
        <Section title="附件">
          <Files
            files={[
              { title: '云政办规〔2025〕3号（修改后文本）.pdf', href: '/f/1', note: 'PDF　312 KB' },
              { title: '附表：老旧管道安全评估表.docx', href: '/f/2', note: 'Word　41 KB' },
            ]}
          />
        </Section>
      </PortalPage>
    ),
    apply: <ApplyPage frame={frame('/requests/new')} />,
    track: (
      <PortalPage
        frame={frame('/requests/track')}
        title="申请进度"
        hidden
        current="/requests"
        crumbs={crumbs('依申请公开', '查申请进度')}
      >
        <PageHead kind="申请编号 YT-2026-0127" title="河洲区老旧小区燃气管道更新改造计划和验收结论">
          云汀市住房和城乡建设局办理　<Tag kind="wait">正在办理</Tag>
        </PageHead>
        <section class="answer-by" aria-labelledby="by">
          <div>
            <h2 id="by">
              最迟 <b>6月2日</b> 答复您
            </h2>
            <p>还有15个工作日。办好了会发短信到尾号 4471 的手机。</p>
          </div>
          <div>
            <DayRuler
              days={caseDays()}
              today={today}
              dueOn={day('2026-06-02')}
              says="从4月28日起数20个工作日，到6月2日。5月1日至5日放假，5月7日至11日停算4个工作日。今天是第5个工作日。"
            />
          </div>
        </section>
        <Section title="为什么是这一天" note="每一步都有依据。日期随事情变动，不由人改">
          <Course
            steps={[
              {
                on: day('2026-04-17'),
                title: '收到申请',
                says: '您4月16日在网上提交，第二天电话确认。',
                basis: '《条例》第三十一条第三项',
              },
              {
                on: day('2026-05-06'),
                when: '5月6日至5月11日',
                title: '征求第三方意见，停算4个工作日',
                basis: '第三十二条',
                state: 'pause',
              },
              { on: today, when: '今天', title: '正在办理', says: '已用5个工作日，还有15个。', state: 'now' },
              { on: day('2026-06-02'), title: '最迟答复', state: 'next' },
            ]}
          />
        </Section>
        <Section title="您现在可以">
          <Acts
            acts={[
              { title: '补充材料', href: '/a', says: '不影响期限。' },
              { title: '撤回申请', post: '/b', says: '撤回后本件结束，以后可以再申请。' },
              { title: '申请复议', says: '还没有答复。收到答复或者过了6月2日仍没有答复，就可以申请。' },
            ]}
          />
          <Notice title="到期没有收到答复，或者不同意答复">
            可以在60日内申请行政复议；多数情形也可以在6个月内直接起诉。
          </Notice>
        </Section>
      </PortalPage>
    ),
    judge: (
      <PortalPage
        frame={frame('/audit/1')}
        title="检查年度报告"
        current="/audit"
        crumbs={crumbs('报告检查', '望岚县应急管理局2025年度')}
        islands={['file-drop']}
      >
        <PageHead title="检查一份年度报告">
          上传任何机关发布的报告，几秒钟看到数字是否对得上、文字有没有错。
        </PageHead>
        <form method="post" action="/audit" encType="multipart/form-data">
          <FileDrop
            name="reports"
            label="把报告拖到这里，或者从电脑里选"
            hint="网页、Word、PDF、OFD 或纯文本。可以多选，上年的报告一起放进来，就能查结转。"
            multiple
            largest={50_000_000}
          />
          <Buttons>
            <Button>开始检查</Button>
          </Buttons>
        </form>
        <JudgementView
          report={faultyReport}
          findings={findings}
          checked={214}
          downloads={[
            { title: '下载检查单', href: '/audit/1.docx' },
            { title: 'JSON', href: '/audit/1.json' },
          ]}
          disputeHref="/audit/1/dispute"
        />
      </PortalPage>
    ),
    'judge-damaged': (
      <PortalPage
        frame={frame('/audit/2')}
        title="检查年度报告"
        current="/audit"
        crumbs={crumbs('报告检查', '青岑县应急管理局2020年度')}
      >
        <PageHead title="青岑县应急管理局2020年度报告" />
        <JudgementView report={damagedReport} findings={[]} checked={96} />
      </PortalPage>
    ),
    'annual-report': (
      <PortalPage
        frame={frame('/annual-reports/1')}
        title="年度报告"
        current="/annual-reports"
        crumbs={crumbs('年度报告', '云汀市应急管理局', '2025年度')}
      >
        <PageHead title="云汀市应急管理局2025年政府信息公开工作年度报告">
          2026年1月23日发布　统计期限 2025年1月1日至12月31日
        </PageHead>
        <div class="verdict">
          <Figures
            figures={[
              { name: '主动公开', value: 638, unit: '件' },
              { name: '新收申请', value: 32, unit: '件' },
              { name: '办结', value: 33, unit: '件' },
              { name: '结转下年', value: 2, unit: '件' },
            ]}
          />
          <Buttons>
            <ButtonLink href="/a.pdf" look="line" icon="download">
              PDF
            </ButtonLink>
            <a href="/audit/1">检查这份报告</a>
          </Buttons>
        </div>
        <Section title="一、总体情况">
          <Prose>
            <p>
              2025年，我局严格执行《中华人民共和国政府信息公开条例》，围绕安全生产和防灾减灾做好公开，现将有关情况报告如下。
            </p>
            <p>
              <b>依申请公开。</b>
              新收申请32件，上年结转3件，共35件；办结33件，结转下年2件。平均办理11.6个工作日，没有逾期。
            </p>
          </Prose>
          <Charts
            summary="五年数据表"
            charts={[
              { name: '新收申请', unit: '件', bars: bars([18, 24, 19, 27, 32]) },
              { name: '公开和部分公开占办结', unit: '百分比', bars: bars([61, 58, 66, 69, 70]) },
              { name: '平均办理用时', unit: '工作日', bars: bars([null, 14.8, 13.1, 12.4, 11.6]) },
            ]}
          />
        </Section>
        <Section title="二、主动公开政府信息情况" note="带下划线的数可以点开，看它数了哪些件">
          <ReportTable
            report={faultyReport}
            table="t2"
            hrefOf={(cell) => (cell.includes('rules') ? undefined : `/list/${cell}`)}
          />
        </Section>
        <Section title="三、收到和处理政府信息公开申请情况">
          <ReportTable report={faultyReport} table="t3" />
        </Section>
        <Section title="四、行政复议、行政诉讼情况">
          <ReportTable report={faultyReport} table="t4" />
        </Section>
      </PortalPage>
    ),
    parts: (
      <PortalPage frame={frame('/parts')} title="部件" crumbs={crumbs('部件')}>
        <PageHead title="部件">每一种部件各放一个，改样式时先看这一页。</PageHead>
        <Section title="状态">
          <p>
            <Tag kind="good">现行有效</Tag> <Tag kind="warn">已修改</Tag> <Tag kind="bad">错误</Tag>{' '}
            <Tag kind="wait">等申请人</Tag> <Tag kind="info">提示</Tag> <Tag kind="void">已废止</Tag>{' '}
            <Tag>办理中</Tag>
          </p>
          <p>
            <Due state="plain" says="剩 15 日" on={day('2026-06-02')} />{' '}
            <Due state="soon" says="剩 2 日" on={day('2026-05-14')} />{' '}
            <Due state="today" says="今天到期" on={today} />{' '}
            <Due state="over" says="逾期1日" on={day('2026-05-11')} />{' '}
            <Due state="paused" says="等补正" on={day('2026-05-20')} before="至" />{' '}
            <Due state="met" says="已答复" on={day('2026-05-08')} />
          </p>
          <Notice kind="good" title="已经保存">
            今天9:02，林若溪。
          </Notice>
          <Notice kind="warn">日历还没有公布，日期是暂定的。</Notice>
          <Notice kind="bad" title="没有发出去">
            邮箱退信。请改用邮寄。
          </Notice>
          <Progress name="望岚县应急局2025.docx" says="已读完，0.8 秒" value={1} max={1} />
          <Empty says="还没有">收到复议或应诉通知后，在这里登记。</Empty>
        </Section>
        <Section title="按钮">
          <Buttons>
            <Button>保存并继续</Button>
            <Button look="seal">签发</Button>
            <Button look="line">退回修改</Button>
            <Button refused>再次要求补正</Button>
            <a href="/x">上一步</a>
          </Buttons>
        </Section>
      </PortalPage>
    ),
  }
}

function ApplyPage({ frame }: { readonly frame: ReturnType<typeof portalFrame> }) {
  const problems = [
    { field: 'what', sentence: '写清您要的信息，不能只写“全部材料”' },
    { field: 'medium', sentence: '选择您希望的载体' },
  ]
  return (
    <PortalPage
      frame={frame}
      title="申请公开：要什么信息"
      hidden
      current="/requests"
      crumbs={crumbs('依申请公开', '填写申请')}
      islands={['file-drop']}
      problems={2}
    >
      <PageHead title="申请公开政府信息">
        向云汀市住房和城乡建设局申请。填到一半可以离开，写下的内容保留七天。
      </PageHead>
      <Stages
        stages={['您是谁', '要什么信息', '怎样给您', '核对并提交'].map((title) => ({ title }))}
        at={1}
      />
      <Split
        quiet
        asideName="说明"
        aside={
          <>
            <h2>提交以后</h2>
            <p>我们会先和您确认收到。从确认的第二天起，20个工作日内答复。</p>
            <h2>您的信息</h2>
            <p>
              只用来办这件申请。<a href="/privacy">我们怎样保护</a>
            </p>
          </>
        }
      >
        <form method="post" action="/requests/new" encType="multipart/form-data" noValidate>
          <ErrorSummary problems={problems} />
          <Field
            name="name"
            label="信息的名称或文号"
            optional
            hint="知道多少写多少，例如“云建函〔2025〕112号”。"
            value="老旧小区燃气管道更新改造年度计划"
          />
          <Field
            name="what"
            kind="lines"
            label="您要什么信息"
            hint="写清事情、地方和时间，我们才找得准。"
            error={problemOf(problems, 'what')}
            value="河洲区老旧小区燃气改造的全部材料"
            note="可以这样写：2023年至2025年河洲区老旧小区燃气管道更新改造项目的年度计划和验收结论。"
          />
          <Choice
            name="medium"
            label="用什么载体给您"
            error={problemOf(problems, 'medium')}
            options={[
              { value: 'file', label: '电子文件', hint: '在进度页下载，也可以发到邮箱' },
              { value: 'paper', label: '纸质文件' },
              { value: 'read', label: '到机关查阅' },
            ]}
          />
          <Field
            name="kind"
            kind="pick"
            label="申请人类别"
            short
            value="business"
            options={[
              { value: 'natural', label: '自然人' },
              { value: 'business', label: '商业企业' },
            ]}
          />
          <Tick name="agree" label="我写的都是真的" hint="用来核对身份，不公开" />
          <FileDrop
            name="file"
            label="附件，选填：把文件拖到这里，或者从电脑里选"
            hint="PDF、图片或 Word，每个不超过 20 MB。"
            multiple
            largest={20_000_000}
          />
          <Buttons>
            <Button>保存并继续</Button>
            <a href="/requests/new?step=1">上一步</a>
          </Buttons>
        </form>
      </Split>
    </PortalPage>
  )
}
