import {
  ButtonLink,
  Doors,
  FactsList,
  Notice,
  PageHead,
  PortalPage,
  Section,
  type Fact,
  type PortalFrame,
} from '../../../../platform/html/index.ts'

interface GuideProps {
  readonly frame: PortalFrame
  /** The agency whose ways are shown; null for the page of the whole site. */
  readonly agency: { readonly name: string; readonly slug: string; readonly ways: readonly Fact[] } | null
  /** An unsent application was just thrown away. */
  readonly isDiscarded: boolean
}

/** How to apply: which way, what it takes, what one gets, by when, what it costs, and what one can do (条例 Art 27 to 45). */
export function ApplyGuidePage({ frame, agency, isDiscarded }: GuideProps) {
  const applyAt = agency === null ? '/requests/new' : `/requests/new?agency=${agency.slug}`
  const title = agency === null ? '依申请公开' : `向${agency.name}申请公开`
  return (
    <PortalPage
      frame={frame}
      title={title}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        ...(agency === null
          ? [{ title: '依申请公开' }]
          : [{ title: '依申请公开', href: '/requests' }, { title: agency.name }]),
      ]}
      meta={{ column: { name: '依申请公开', type: '依申请公开' } }}
    >
      <PageHead title={title}>
        没有主动公开的政府信息，任何人都可以申请。不用说明用途，一般不收费，20个工作日内答复。
      </PageHead>
      {isDiscarded && (
        <Notice kind="good" announce>
          没有提交的申请已经删除，什么都没有留下。
        </Notice>
      )}
      <Doors
        doors={[
          { title: '填写申请', href: applyAt, says: '大约十分钟。填到一半可以存着，七天内接着填' },
          {
            title: '查申请进度',
            href: '/requests/track',
            says: '凭申请编号和查询码：到哪一步、哪天答复、为什么；补正、下载答复',
          },
          { title: '接着填上次的申请', href: '/requests/resume', says: '凭存的时候给您的接续码' },
        ]}
      />
      <Section title="先找一找" note="也许已经公开了">
        <p>
          可以先<a href="/search">搜索</a>，或者看机关的<a href="/agencies">公开指南和机构职能</a>、
          <a href="/reports">年度报告</a>。找不到，再申请。
        </p>
      </Section>
      {agency !== null && (
        <Section title="有哪些办法" note="条例第二十九条">
          <FactsList facts={agency.ways} />
        </Section>
      )}
      <Section title="要写什么" note="条例第二十九条第二款">
        <FactsList
          facts={[
            { name: '您是谁', value: '姓名或者单位名称、身份证明、联系方式' },
            { name: '要什么', value: '信息的名称、文号，或者便于查找的特征：什么事、在哪里、什么时候' },
            { name: '怎样给您', value: '纸质、电子或者光盘；网上下载、邮件、邮寄、自取或者现场查阅' },
            { name: '不用写', value: '用途。您为什么要，法律不要求说明' },
          ]}
        />
      </Section>
      <Section title="多久答复" note="条例第三十条、第三十一条、第三十三条">
        <FactsList
          facts={[
            {
              name: '从哪天算',
              value:
                '当面提交的从当天；挂号、特快从签收；网上、传真、邮件和平信从双方确认收到那天。第二天起数',
            },
            { name: '答复', value: '能当场答复的当场答复；不能的，20个工作日内' },
            {
              name: '补正',
              value: '写得不够清楚的，7个工作日内一次告诉您补什么；补好那天起重新数20个工作日',
            },
            {
              name: '征求意见',
              value: '涉及别人的商业秘密、隐私，或者几个机关一起制作的，征求意见的时间不算在内',
            },
            { name: '延长', value: '最多再延20个工作日，只延一次，要告诉您理由' },
          ]}
        />
      </Section>
      <Section title="要不要钱" note="条例第四十二条">
        <p>
          一般不收。同一个人一个月里申请超过10件，或者一件超过30页，可能按国务院办公厅的规定收信息处理费。收之前书面告诉您数目和算法；20个工作日内不缴，视为放弃。
        </p>
      </Section>
      <Section title="会得到什么" note="条例第三十六条、第三十七条">
        <FactsList
          facts={[
            { name: '公开', value: '给您信息本身，或者告诉您已经公开在哪里' },
            { name: '部分公开', value: '不能公开的部分遮住，其余给您，并写明每一处为什么' },
            { name: '不公开', value: '写明依据哪一条、为什么' },
            { name: '没有或者不归本机关', value: '查过没有的，告诉您没有；知道归谁的，告诉您名称和联系方式' },
          ]}
        />
      </Section>
      <Section title="不满意怎么办" note="条例第五十一条">
        <p>
          可以向公开工作主管部门投诉，可以在60日内申请行政复议；对不予公开的决定不服的，应当先复议，再起诉。答复书会写明您这件适用哪一种、找谁、到哪天为止。
        </p>
      </Section>
      <Section title="需要帮助" note="条例第二十九条第一款、第四十三条">
        <p>
          看不清、听不见、读写有困难的，在申请里写下需要怎样的帮助。不方便书面申请的，可以到机关或者打电话口头申请，由工作人员代填并读给您听。
        </p>
        <p class="btns">
          <ButtonLink href={applyAt}>填写申请</ButtonLink>
          {agency !== null && <a href={`/agency/${agency.slug}/guide`}>{agency.name}公开指南</a>}
        </p>
      </Section>
    </PortalPage>
  )
}
