import { JudgementView } from '../../src/modules/report-audit/pages/judgement-view.tsx'
import { ReportTable } from '../../src/modules/report-audit/pages/report-tables.tsx'
import {
  Button,
  ButtonLink,
  Buttons,
  Charts,
  Course,
  FactsList,
  FileDrop,
  Figures,
  Files,
  PageHead,
  PortalPage,
  Prose,
  Section,
  Split,
  Validity,
  type Look,
} from '../../src/platform/html/index.ts'
import { portalFrame, crumbs } from './frames.ts'
import { damagedReport, faultyReport, findings } from './report.ts'
import { plainDay } from '../../src/law/calendar/plain-day.ts'

const day = plainDay

const years = ['2021', '2022', '2023', '2024', '2025']
const bars = (values: readonly (number | null)[]) =>
  years.map((label, at) => ({ label, value: values[at] ?? null, isNow: at === 4 }))

/** Pages to read: a document with its course, a judged report, an annual report. */
export function readingPages(look: Look) {
  const frame = (path: string) => portalFrame(path, look)
  return {
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
  }
}
