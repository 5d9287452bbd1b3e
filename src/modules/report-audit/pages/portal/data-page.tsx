import { arrangedTables } from '../../../../law/report-form/arrangement.ts'
import { PageHead, PortalPage, Section, Table, type PortalFrame } from '../../../../platform/html/index.ts'
import { cellInWords } from '../console/correction-panel.tsx'

const files = [
  { address: '/reports/年份.csv', says: '一年所有机关，一格一行：agency、year、table、row、column、value。' },
  { address: '/reports/年份.json', says: '一年所有机关，每格带把握程度。' },
  {
    address: '/reports/机关网址名/years.csv',
    says: '一个机关历年，一格一行：year、cell、value、read、certainty。',
  },
  { address: '/reports/机关网址名/years.json', says: '一个机关历年，每格带把握程度。' },
  { address: '/reports/机关网址名/年份.json', says: '一份报告：三张表、正文里的数、发现的问题。' },
]

const fields = [
  { name: 'agency', says: '机关全称（CSV）；网址名在 slug。' },
  { name: 'year', says: '报告年度，不是发布的年份。' },
  { name: 'edition', says: '第几版。更正重新发布的，版次加一。' },
  { name: 'form', says: '2021 或者 2019，报告格式的版本。' },
  { name: 'cell', says: '格的编号，见下表。' },
  { name: 'value', says: '算数的值。文中没有的是空（CSV）或者 null（JSON），不是0。' },
  { name: 'read', says: '从文件里读出的值。人工对照原件更正过的，和 value 不同。' },
  {
    name: 'certainty',
    says: 'read 读得准；doubtful 读法特殊，可能不准；corrected 人工更正；disputed 和报告里别的数对不上；missing 文中没有。',
  },
]

/** What the open data of annual reports holds: files, fields, and the name of every cell. */
export function DataPage({ frame }: { readonly frame: PortalFrame }) {
  const cells = arrangedTables('2021').flatMap(({ body }) =>
    body.flatMap((row) => row.cells.flatMap((cell) => ('cell' in cell ? [cell.cell] : []))),
  )
  return (
    <PortalPage
      frame={frame}
      title="年度报告数据说明"
      current="/reports"
      crumbs={[{ title: '首页', href: '/' }, { title: '年度报告', href: '/reports' }, { title: '数据说明' }]}
    >
      <PageHead title="年度报告数据说明">
        数据从各机关发布的报告里读出，任何人都可以取用。CSV 是带 BOM 的 UTF-8，表格软件可以直接打开。
      </PageHead>
      <Section title="文件">
        <Table
          caption="文件"
          stack
          rows={files}
          columns={[
            { title: '地址', kind: 'title', cell: ({ address }) => <code>{address}</code> },
            { title: '内容', cell: ({ says }) => says },
          ]}
        />
      </Section>
      <Section title="字段">
        <Table
          caption="字段"
          stack
          rows={fields}
          columns={[
            { title: '字段', kind: 'title', cell: ({ name }) => <code>{name}</code> },
            { title: '含义', cell: ({ says }) => says },
          ]}
        />
      </Section>
      <Section title="格的编号" note={`${cells.length}格`}>
        <Table
          caption="格的编号"
          stack
          rows={cells}
          columns={[
            { title: '编号', kind: 'title', cell: (cell) => <code>{cell}</code> },
            { title: '是哪一格', cell: (cell) => cellInWords(cell) },
          ]}
        />
      </Section>
    </PortalPage>
  )
}
