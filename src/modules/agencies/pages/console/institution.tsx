import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  problemOf,
  renderPage,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import { NotFound, type FieldProblem } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { editProfile } from '../../commands/edit-profile.ts'
import { profileFields, type Agency, type Profile, type ProfileField } from '../../model.ts'
import { agencyById } from '../../queries/agency-tree.ts'
import { profileOf } from '../../queries/institution.ts'
import { missingFrom, type Missing } from '../../rules/completeness.ts'
import { missingWords, profileWords } from '../../words.ts'

const here = '/console/institution'

/** Empty rows offered below the ones that are there, so that more can be added without script. */
const spareRows = 3

interface Row {
  readonly [column: string]: string
}

/** What stands in the form: the profile, or what was typed. */
export interface ProfileForm {
  readonly version: number
  readonly texts: Readonly<Record<ProfileField, string>>
  readonly leaders: readonly Row[]
  readonly sections: readonly Row[]
}

interface InstitutionPageProps {
  readonly frame: ConsoleFrame
  readonly agency: Agency
  readonly form: ProfileForm
  readonly missing: readonly Missing[]
  readonly reviewedOn: Profile['reviewedOn']
  readonly said?: string
  readonly stopped?: Stopped
}

function Texts({
  form,
  problems,
  fields,
}: {
  readonly form: ProfileForm
  readonly problems: readonly FieldProblem[] | undefined
  readonly fields: readonly (readonly [ProfileField, 'line' | 'short' | 'lines', string?])[]
}) {
  return (
    <>
      {fields.map(([field, kind, hint]) => (
        <Field
          key={field}
          name={field}
          label={profileWords[field]}
          hint={hint}
          kind={kind === 'lines' ? 'lines' : 'text'}
          short={kind === 'short'}
          rows={kind === 'lines' ? 6 : undefined}
          value={form.texts[field]}
          error={problemOf(problems, field)}
        />
      ))}
    </>
  )
}

/** Rows of leaders or sections: each column a control with a label of its own. */
function Rows({
  list,
  unit,
  rows,
  columns,
  problems,
}: {
  readonly list: 'leaders' | 'sections'
  readonly unit: string
  readonly rows: readonly Row[]
  readonly columns: readonly { readonly name: string; readonly label: string; readonly isLong?: boolean }[]
  readonly problems: readonly FieldProblem[] | undefined
}) {
  return (
    <div class="rows">
      {rows.map((row, index) => (
        <fieldset class="row-fields">
          <legend class="sr">{`第${index + 1}${unit}`}</legend>
          {columns.map(({ name, label, isLong }) => {
            const id = `${list}.${index}.${name}`
            const error = problemOf(problems, id)
            return (
              <div class={isLong ? 'row-long' : undefined}>
                <label for={id}>{label}</label>
                {error && (
                  <p class="error" id={`${id}-e`}>
                    {error}
                  </p>
                )}
                <input
                  class="input"
                  id={id}
                  name={id}
                  value={row[name] ?? ''}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${id}-e` : undefined}
                />
              </div>
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}

/** The institution page and the guide, as the officer keeps them. */
export function InstitutionEditPage(props: InstitutionPageProps) {
  const { frame, agency, form, missing, reviewedOn, said, stopped } = props
  const problems = stopped?.problems
  return (
    <ConsolePage frame={frame} title="机构信息和公开指南" current={here} problems={problems?.length}>
      <WorkHead title="机构信息和公开指南">
        {agency.name}。
        {reviewedOn ? (
          <>
            上次核对：
            <When day={reviewedOn} />。
          </>
        ) : (
          '还没有填写。'
        )}
        <a href={`/agency/${agency.slug}/institution`}>看公开的样子</a>
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {missing.length > 0 && !stopped && (
        <Notice kind="warn" title={`还缺${missing.length}项`}>
          <ul>
            {missing.map(({ field, basis }) => (
              <li key={field}>
                <a href={`#${field}`}>{missingWords(field)}</a>
                <span class="note">（{basis}）</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={here}>
        <input type="hidden" name="version" value={String(form.version)} />
        <Panel title="机构职能">
          <Texts
            form={form}
            problems={problems}
            fields={[
              ['functions', 'lines', '一行一项'],
              ['address', 'line'],
              ['postcode', 'short', '6位数字'],
              ['officeHours', 'line', '例如：周一至周五 8:30—12:00，14:00—17:30'],
              ['phone', 'short'],
              ['fax', 'short'],
              ['email', 'line'],
              ['website', 'line'],
            ]}
          />
        </Panel>
        <Panel title="负责人" id="leaders">
          <p class="note">按排名填写。清空一行的姓名，就是删去这一行。</p>
          <Rows
            list="leaders"
            unit="位负责人"
            rows={form.leaders}
            problems={problems}
            columns={[
              { name: 'name', label: '姓名' },
              { name: 'post', label: '职务' },
              { name: 'duties', label: '分管工作', isLong: true },
            ]}
          />
        </Panel>
        <Panel title="内设机构" id="sections">
          <p class="note">清空一行的名称，就是删去这一行。</p>
          <Rows
            list="sections"
            unit="个内设机构"
            rows={form.sections}
            problems={problems}
            columns={[
              { name: 'name', label: '名称' },
              { name: 'phone', label: '电话' },
              { name: 'functions', label: '职责', isLong: true },
            ]}
          />
        </Panel>
        <Panel title="公开指南">
          <Texts
            form={form}
            problems={problems}
            fields={[
              ['classification', 'lines', '有哪些种类，怎样编排，怎样查找'],
              ['waysToObtain', 'lines', '主动公开的在哪里看，没有公开的怎样申请'],
              ['disclosureOffice', 'line', '受理申请的机构，例如：办公室政务公开科'],
              ['disclosureAddress', 'line'],
              ['disclosureHours', 'line'],
              ['disclosurePhone', 'short'],
              ['disclosureFax', 'short'],
              ['disclosureEmail', 'line', '邮箱或者网上申请的网址'],
            ]}
          />
        </Panel>
        <Panel title="网站备案">
          <Texts
            form={form}
            problems={problems}
            fields={[
              ['siteCode', 'short', '10位，在全国政府网站基本信息库登记的'],
              ['icpNumber', 'short'],
              ['policeNumber', 'short'],
            ]}
          />
        </Panel>
        <Buttons>
          <Button>保存，记为今天核对</Button>
        </Buttons>
      </form>
    </ConsolePage>
  )
}

const leaderColumns = ['name', 'post', 'duties'] as const
const sectionColumns = ['name', 'functions', 'phone'] as const

/** Rows of one list out of the form; rows without a name are gone. */
function rowsOf(form: Form, list: string, columns: readonly string[]): Row[] {
  const rows: Row[] = []
  for (let index = 0; form.values[`${list}.${index}.name`] !== undefined; index += 1)
    rows.push(
      Object.fromEntries(columns.map((column) => [column, form.text(`${list}.${index}.${column}`).trim()])),
    )
  return rows.filter((row) => row.name !== '')
}

const blank = (columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, '']))

function withSpare(rows: readonly Row[], columns: readonly string[]): readonly Row[] {
  return [...rows, ...Array.from({ length: spareRows }, () => blank(columns))]
}

/** The agency's own page: institution and guide. */
export function mountInstitution(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, typed?: ProfileForm, stopped?: Stopped) {
    const { agencyId } = staffOf(req, 'agencies.editProfile')
    const agency = await agencyById(services.db, agencyId)
    if (!agency) throw new NotFound()
    const profile = await profileOf(services.db, agencyId)
    const form: ProfileForm = typed ?? {
      version: profile.version,
      texts: profile,
      leaders: profile.leaders.map((leader) => ({ ...leader })),
      sections: profile.sections.map((section) => ({ ...section })),
    }
    return renderPage(
      <InstitutionEditPage
        frame={await consoleFrame(services, req)}
        agency={agency}
        form={{
          ...form,
          leaders: withSpare(form.leaders, leaderColumns),
          sections: withSpare(form.sections, sectionColumns),
        }}
        missing={missingFrom(profile)}
        reviewedOn={profile.reviewedOn}
        said={formOf(req, 'query').text('done') === 'saved' ? '已保存，并记为今天核对。' : undefined}
        stopped={stopped}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req)
    const form = formOf(req)
    const texts = Object.fromEntries(
      profileFields.map((field) => [field, form.text(field).replaceAll('\r\n', '\n')]),
    ) as Record<ProfileField, string>
    const leaders = rowsOf(form, 'leaders', leaderColumns)
    const sections = rowsOf(form, 'sections', sectionColumns)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        editProfile(context, {
          agencyId,
          version: form.text('version'),
          ...texts,
          leaders: leaders as { name: string; post: string; duties: string }[],
          sections: sections as { name: string; functions: string; phone: string }[],
        }),
      ),
    )
    if (stopped) {
      // Someone wrote in between: the next save is meant to come after theirs, with both in sight.
      const version =
        stopped.status === 412
          ? (await profileOf(services.db, agencyId)).version
          : Number(form.text('version')) || 0
      return reply.html(await draw(req, { version, texts, leaders, sections }, stopped), stopped.status)
    }
    return reply.redirect(`${here}?done=saved`, 303)
  })
}
