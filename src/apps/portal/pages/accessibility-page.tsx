import {
  FactsList,
  lookAddress,
  PageHead,
  PortalPage,
  Section,
  type PortalFrame,
} from '../../../platform/html/index.ts'

/** What helps to read this site, what does not work yet, and whom to tell. */
export function AccessibilityPage({ frame }: { readonly frame: PortalFrame }) {
  const { look, site } = frame
  const back = '/accessibility'
  return (
    <PortalPage
      frame={frame}
      title="无障碍说明"
      crumbs={[{ title: '首页', href: '/' }, { title: '无障碍说明' }]}
      meta={{ column: { name: '无障碍说明' } }}
    >
      <PageHead title="无障碍说明">每个人都应当看得到、听得到、用得了政府信息。</PageHead>
      <Section title="看不清时">
        <FactsList
          facts={[
            {
              name: '字大一些',
              value: (
                <>
                  <a href={lookAddress({ ...look, elder: !look.elder }, back)}>
                    {look.elder ? '退出长者模式' : '打开长者模式'}
                  </a>
                  ，所有页面一起放大。也可以按住 Ctrl 再按加号，放到四倍版面也不会乱。
                </>
              ),
            },
            {
              name: '对比强一些',
              value: (
                <>
                  <a href={lookAddress({ ...look, contrast: !look.contrast }, back)}>
                    {look.contrast ? '退出高对比' : '打开高对比'}
                  </a>
                  ，黑底白字，链接是黄色。系统里设了高对比的，本站跟着走。
                </>
              ),
            },
            { name: '颜色', value: '状态都写成字，也有形状，不单靠颜色区分。' },
          ]}
        />
      </Section>
      <Section title="不用鼠标时">
        <FactsList
          facts={[
            {
              name: '键盘',
              value: '用 Tab 键走到每个链接和按钮，用回车打开。第一下 Tab 就能跳过导航，直接到正文。',
            },
            { name: '读屏软件', value: '每页只有一个一级标题，表格有表头和说明，图都配了文字和数据表。' },
            { name: '不开脚本', value: '关掉脚本也能查、能申请、能看进度。' },
          ]}
        />
      </Section>
      <Section title="需要人帮忙时" note="《条例》第四十三条">
        <p>
          阅读有困难或者视听有障碍的，申请公开时可以请我们帮忙填写，也可以口头说，由我们记下来请您确认。
          {site.office?.phone && (
            <>
              请打电话 <span class="num">{site.office.phone}</span>，或者到窗口来。
            </>
          )}
        </p>
      </Section>
      <Section title="还没做好的">
        <p>机关上传的扫描件和图片表格，读屏软件读不出来。遇到这样的文件，告诉我们，我们给您文字版。</p>
        <p>
          本站按《网页内容无障碍指南》2.1 版 AA 级制作，软件的每个版本都自动检查过页面。
          {site.reportErrorHref && (
            <>
              发现问题，请<a href={site.reportErrorHref}>告诉我们</a>。
            </>
          )}
        </p>
      </Section>
    </PortalPage>
  )
}
