import {
  ButtonLink,
  Buttons,
  Empty,
  FactsList,
  Notice,
  PageHead,
  PortalPage,
  Prose,
  Section,
  Table,
  Tag,
  When,
  type Fact,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { AgencyHistory } from '../../queries/agency-history.ts'
import type { AgencyBranch } from '../../queries/agency-tree.ts'
import type { PublicInstitution } from '../../queries/institution.ts'
import { agencyKindWords } from '../../words.ts'

const list = '/agencies'

interface InstitutionProps {
  readonly frame: PortalFrame
  readonly institution: PublicInstitution
  readonly history: AgencyHistory
}

/** Lines of a text as paragraphs. */
function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </>
  )
}

function crumbsTo(institution: PublicInstitution, title: string) {
  return [
    { title: '首页', href: '/' },
    { title: '机关目录', href: list },
    { title: institution.name, href: `/agency/${institution.slug}` },
    { title },
  ]
}

/** Facts that have a value, as the page prints them. */
function present(facts: readonly (readonly [string, Fact['value']])[]): readonly Fact[] {
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

function Closed({ institution, history }: Omit<InstitutionProps, 'frame'>) {
  if (institution.closedOn === null) return null
  return (
    <Notice kind="plain" title="这个机关已经撤销或者合并">
      <p>
        从
        <When day={institution.closedOn} />
        起，它的职能由
        {history.successors.map(({ slug, name }, index) => (
          <>
            {index > 0 && '、'}
            <a href={`/agency/${slug}`}>{name}</a>
          </>
        ))}
        承接。要申请它过去的信息，请向承接的机关提出。
      </p>
    </Notice>
  )
}

function Branches({
  branches,
  isTop,
}: {
  readonly branches: readonly AgencyBranch[]
  readonly isTop?: boolean
}) {
  return (
    <ul class={isTop ? 'tree' : undefined}>
      {branches.map((branch) => (
        <li key={branch.agencyId}>
          <div class="tree-row">
            <a class="row-title" href={`/agency/${branch.slug}`}>
              {branch.name}
            </a>
            {branch.closedOn === null ? (
              <span class="tree-ways">
                <a href={`/agency/${branch.slug}/institution`}>
                  机构职能<span class="sr">：{branch.name}</span>
                </a>
                <a href={`/agency/${branch.slug}/guide`}>
                  公开指南<span class="sr">：{branch.name}</span>
                </a>
              </span>
            ) : (
              <Tag kind="void">已撤并</Tag>
            )}
          </div>
          {branch.below.length > 0 && <Branches branches={branch.below} />}
        </li>
      ))}
    </ul>
  )
}

/** A top of the tree with its own departments first, then each area with everything below it. */
function groupsOf(
  top: AgencyBranch,
): { readonly title: string; readonly branches: readonly AgencyBranch[] }[] {
  const isArea = (branch: AgencyBranch) => ['district', 'zone', 'town', 'government'].includes(branch.kind)
  const own = top.below.filter((branch) => !isArea(branch))
  return [
    { title: top.shortName, branches: [{ ...top, below: own }] },
    ...top.below.filter(isArea).map((area) => ({ title: area.shortName, branches: [area] })),
  ]
}

/** Every agency, by area. */
export function AgencyListPage({
  frame,
  tree,
  count,
}: {
  readonly frame: PortalFrame
  readonly tree: readonly AgencyBranch[]
  readonly count: number
}) {
  return (
    <PortalPage
      frame={frame}
      title="机关目录"
      current={list}
      crumbs={[{ title: '首页', href: '/' }, { title: '机关目录' }]}
      meta={{ column: { name: '机关目录', type: '机构职能' } }}
    >
      <PageHead title="机关目录">
        {count > 0 ? `${count}个机关，各自的职能、负责人、办公地址和公开指南。` : undefined}
      </PageHead>
      {tree.length === 0 && <Empty says="还没有机关">由系统管理员在工作台里加上。</Empty>}
      {tree.flatMap(groupsOf).map(({ title, branches }) => (
        <Section key={title} title={title}>
          <Branches branches={branches} isTop />
        </Section>
      ))}
    </PortalPage>
  )
}

/** 机构职能: functions, leaders, sections, where and when. */
export function InstitutionPage({ frame, institution, history }: InstitutionProps) {
  const { profile, name } = institution
  const formerNames = history.names.filter(({ untilOn }) => untilOn !== null)
  const contact = present([
    [
      '办公地址',
      profile.address && `${profile.address}${profile.postcode ? `，邮编 ${profile.postcode}` : ''}`,
    ],
    ['办公时间', profile.officeHours],
    ['联系电话', profile.phone],
    ['传真号码', profile.fax],
    ['电子邮箱', profile.email && <a href={`mailto:${profile.email}`}>{profile.email}</a>],
    ['网站', profile.website && <a href={profile.website}>{profile.website}</a>],
    ['统一社会信用代码', institution.creditCode],
  ])
  return (
    <PortalPage
      frame={frame}
      title={`${name}机构职能`}
      current={list}
      crumbs={crumbsTo(institution, '机构职能')}
      meta={{ column: { name: '机构职能', type: '机构职能' } }}
    >
      <PageHead title={name} kind="机构职能">
        {agencyKindWords[institution.kind]}
        {profile.reviewedOn && (
          <>
            ，
            <When day={profile.reviewedOn} />
            核对
          </>
        )}
      </PageHead>
      <Closed institution={institution} history={history} />
      <Section title="职能">
        {profile.functions ? (
          <Prose>
            <Paragraphs text={profile.functions} />
          </Prose>
        ) : (
          <Empty says="还没有填写">可以打电话给这个机关询问，或者写信给网站管理单位。</Empty>
        )}
      </Section>
      {contact.length > 0 && (
        <Section title="联系方式">
          <FactsList facts={contact} />
        </Section>
      )}
      {profile.leaders.length > 0 && (
        <Section title="负责人">
          <Table
            caption={`${name}的负责人`}
            stack
            rows={profile.leaders}
            columns={[
              { title: '姓名', kind: 'title', cell: (leader) => leader.name },
              { title: '职务', cell: (leader) => leader.post },
              { title: '分管工作', cell: (leader) => leader.duties },
            ]}
          />
        </Section>
      )}
      {profile.sections.length > 0 && (
        <Section title="内设机构">
          <Table
            caption={`${name}的内设机构`}
            stack
            rows={profile.sections}
            columns={[
              { title: '名称', kind: 'title', cell: (section) => section.name },
              { title: '职责', cell: (section) => section.functions },
              { title: '电话', kind: 'short', cell: (section) => section.phone },
            ]}
          />
        </Section>
      )}
      {(formerNames.length > 0 || history.predecessors.length > 0) && (
        <Section title="沿革">
          <FactsList
            facts={[
              ...formerNames.map(({ name: former, fromOn, untilOn }) => ({
                name: '曾用名称',
                value: (
                  <>
                    {former}，
                    <When day={fromOn} />
                    {untilOn && (
                      <>
                        至
                        <When day={untilOn} />
                      </>
                    )}
                  </>
                ),
              })),
              ...history.predecessors.map(({ slug, name: before, onDay }) => ({
                name: '承接职能',
                value: (
                  <>
                    <a href={`/agency/${slug}/institution`}>{before}</a>，
                    <When day={onDay} />
                    撤并
                  </>
                ),
              })),
            ]}
          />
        </Section>
      )}
    </PortalPage>
  )
}

/** 公开指南: what there is, how it is ordered, how to get it, and who takes requests (条例第十二条). */
export function GuidePage({
  frame,
  institution,
  history,
  applyAt,
}: InstitutionProps & {
  /** Where one applies online; null where the installation takes no requests. */
  readonly applyAt: string | null
}) {
  const { profile, name, slug } = institution
  return (
    <PortalPage
      frame={frame}
      title={`${name}政府信息公开指南`}
      current={list}
      crumbs={crumbsTo(institution, '公开指南')}
      meta={{ column: { name: '政府信息公开指南', type: '信息公开指南' } }}
    >
      <PageHead title={`${name}政府信息公开指南`}>
        怎样找到本机关公开的信息，没有公开的怎样申请。
        {profile.reviewedOn && (
          <>
            <When day={profile.reviewedOn} />
            核对。
          </>
        )}
      </PageHead>
      <Closed institution={institution} history={history} />
      <Section title="公开工作机构" note="受理申请、解答疑问">
        {profile.disclosureOffice ? (
          <FactsList
            facts={present([
              ['名称', profile.disclosureOffice],
              [
                '办公地址',
                profile.disclosureAddress &&
                  `${profile.disclosureAddress}${profile.postcode ? `，邮编 ${profile.postcode}` : ''}`,
              ],
              ['办公时间', profile.disclosureHours],
              ['联系电话', profile.disclosurePhone],
              ['传真号码', profile.disclosureFax],
              ['互联网联系方式', profile.disclosureEmail],
            ])}
          />
        ) : (
          <Empty says="还没有填写">可以先按机构职能页上的电话联系。</Empty>
        )}
      </Section>
      <Section title="分类和编排">
        {profile.classification ? (
          <Prose>
            <Paragraphs text={profile.classification} />
          </Prose>
        ) : (
          <Empty says="还没有填写">《条例》第十二条规定指南要写明信息的分类和编排体系。</Empty>
        )}
      </Section>
      <Section title="怎样得到">
        {profile.waysToObtain ? (
          <Prose>
            <Paragraphs text={profile.waysToObtain} />
          </Prose>
        ) : (
          <Empty says="还没有填写">《条例》第十二条规定指南要写明信息的获取方式。</Empty>
        )}
        {institution.closedOn === null && (
          <Buttons>
            {applyAt && <ButtonLink href={applyAt}>向本机关申请</ButtonLink>}
            <a href={`/agency/${slug}/institution`}>机构职能</a>
          </Buttons>
        )}
      </Section>
      <Section title="期限和收费">
        <FactsList
          facts={[
            {
              name: '答复期限',
              value:
                '能当场答复的当场答复；不能的，自收到申请之日起20个工作日内。需要延长的，最多再延20个工作日',
            },
            { name: '补正', value: '写得不够明确的，收到之日起7个工作日内一次告诉您补什么' },
            { name: '收费', value: '一般不收。数量、频次明显超过合理范围的，收取信息处理费' },
          ]}
        />
      </Section>
      <Section title="不同意怎么办" note="条例第四十七条、第五十一条">
        <Prose>
          <p>
            认为没有依法主动公开、提供的信息不合您的要求、逾期不答复，或者公开损害了您的合法权益，可以向公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。
          </p>
        </Prose>
      </Section>
    </PortalPage>
  )
}
